"""Rendered pages kept for a while, never more of them than fit into a fixed amount of memory."""

from collections import OrderedDict

from PySide6.QtGui import QImage

Key = tuple[int, int]  # page numbered from 0, width in device pixels


class PageCache:
    """Forgets what was longest not looked at once it holds more bytes than it may."""

    def __init__(self, most_bytes: int = 96 * 2**20) -> None:
        self._most = most_bytes
        self._held: OrderedDict[Key, QImage] = OrderedDict()

    def get(self, key: Key) -> QImage | None:
        """The picture of a page at a width, if it is still held."""
        if key in self._held:
            self._held.move_to_end(key)
        return self._held.get(key)

    def nearest(self, page: int) -> QImage | None:
        """Any picture of a page, to show stretched until the right one is there."""
        return next(
            (picture for (number, _), picture in reversed(self._held.items()) if number == page), None
        )

    def put(self, key: Key, picture: QImage) -> None:
        """Hold a picture; the newest one stays even when it is too large alone."""
        self._held[key] = picture
        self._held.move_to_end(key)
        while self.held_bytes() > self._most and len(self._held) > 1:
            self._held.popitem(last=False)

    def clear(self) -> None:
        """Forget everything."""
        self._held.clear()

    def held_bytes(self) -> int:
        """How much memory the pictures take."""
        return sum(picture.sizeInBytes() for picture in self._held.values())
