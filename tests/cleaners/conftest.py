"""Small rule books for tests of the machinery."""

import pytest

from cleaners.rules.book import RuleBook
from cleaners.rules.pack import load_pack

PACK = """
- name: share-line
  why: A share button.
  line: 'share(?: this)?'
  trigger: [share]
  removes: [Share]
  keeps: [They share a flat.]
- name: via
  why: The first words of a story that was taken over.
  lead: 'via: [a-z]+ '
  trigger: ['via: ']
  removes: ['⟦via: wire ⟧The town']
  keeps: [The road via Rome was closed.]
- name: thanks
  why: Thanks at the end.
  tail: 'thanks for reading\\.'
  trigger: [thanks for reading]
  removes: ['It rained. ⟦Thanks for reading.⟧']
  keeps: [Thanks for reading. It rained.]
- name: bracket
  why: A bracketed advertisement inside a line.
  phrase: '\\[ad\\]'
  trigger: ['[ad]']
  removes: ['It ⟦[ad]⟧ rained.']
  keeps: [An ad in the paper.]
"""


@pytest.fixture
def pack(tmp_path):
    """Write a pack and return its path: ``pack(text, name="other")``."""

    def write(text=PACK, name="other"):
        path = tmp_path / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def book(pack):
    return RuleBook(load_pack(pack()))
