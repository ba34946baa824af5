"""Everything the product refuses, as codes and values; the words stand in `resources/errors.toml`."""


class MediatorError(Exception):
    """A refusal or failure that a person can act on."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        """The code alone: values may be personal and must not reach a log."""
        return self.code


class RuleBroken(MediatorError):
    """A value or a step that the rules do not allow; `field` names where to mend it."""

    def __init__(self, code: str, field: str = "", **values: object) -> None:
        super().__init__(code, **values)
        self.field = field


class NotFound(MediatorError):
    """Something asked for by number or key that is not there."""


class Conflict(MediatorError):
    """The record is already there with other contents, or was changed meanwhile."""


class NewerDatabase(MediatorError):
    """The data were written by a newer program."""


class Damaged(MediatorError):
    """The data cannot be read as they should."""


class Unprintable(MediatorError):
    """A paper that would come out wrong, so it is not made at all."""


class WrongUsage(MediatorError):
    """An option, key or period that the command does not know."""
