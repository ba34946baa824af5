"""Finds the modules of a folder of variants: tracks, forms, returns."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def module_names(package: ModuleType) -> list[str]:
    """Full names of a package's modules, sorted; the installer uses the same walk."""
    return sorted(f"{package.__name__}.{found.name}" for found in iter_modules(package.__path__))


def declared(package: ModuleType, name: str, kind: type[T]) -> dict[str, T]:
    """What each module of `package` declares as `name`, by key (the module name with - for _).

    Raises LookupError when the walk finds nothing: a frozen program without its variants must not start.
    """
    found: dict[str, T] = {}
    for full_name in module_names(package):
        item = getattr(import_module(full_name), name, None)
        if isinstance(item, kind):
            found[full_name.rpartition(".")[2].replace("_", "-")] = item
    if not found:
        raise LookupError(f"no {name} in {package.__name__}")
    return found
