"""Who may import whom."""

from __future__ import annotations

from graphlib import TopologicalSorter

import grimp
import house
from importlinter.cli import lint_imports


def test_higher_imports_lower_and_never_the_other_way() -> None:
    assert lint_imports(str(house.ROOT / "pyproject.toml"), no_cache=True) == 0


def test_no_module_imports_itself_in_a_circle() -> None:
    graph = grimp.build_graph("crisis", exclude_type_checking_imports=True, cache_dir=None)
    imports = {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}
    TopologicalSorter(imports).prepare()  # raises CycleError, which shows the circle
