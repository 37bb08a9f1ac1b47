"""Options of the test command."""


def pytest_addoption(parser):
    parser.addoption("--write-golden", action="store_true", help="write the golden documents anew")
