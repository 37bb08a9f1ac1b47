from cleaners.settings import Settings
from corpus import fingerprint as fp


def test_code_settings_and_libraries_are_in_it():
    parts = fp.parts(Settings())
    assert {"pipeline.py", "model.py"} <= parts["code"].keys()
    assert any(name.endswith(".yaml") for name in parts["code"])
    assert parts["settings"]["brake"] == "0.8"
    assert parts["libraries"]["ftfy"] != "none"
    assert "none" not in parts["libraries"].values()


def test_it_depends_on_what_is_in_a_pack_and_not_on_where_it_lies(tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "mine.yaml").write_text("rules: []\n")
    first, second = (fp.parts(Settings(packs=(str(tmp_path / folder / "mine.yaml"),))) for folder in ("a", "b"))
    assert fp.fingerprint(first) == fp.fingerprint(second)
    (tmp_path / "b" / "mine.yaml").write_text("rules: [] # new\n")
    third = fp.parts(Settings(packs=(str(tmp_path / "b" / "mine.yaml"),)))
    assert fp.explain_change(second, third) == ["pack 1 mine.yaml changed"]


def test_a_change_is_told():
    old, new = fp.parts(Settings()), fp.parts(Settings(brake=0.5))
    assert fp.fingerprint(old) != fp.fingerprint(new)
    assert fp.explain_change(old, new) == ["setting brake: 0.8, now 0.5"]
    assert fp.explain_change(old, old) == []
