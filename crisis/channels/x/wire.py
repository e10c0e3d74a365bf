"""The wire to X, or to the gateway before it: tweepy has a fixed host."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

from crisis.channels._wire import Wire


class XWire(Wire):
    """Sends to `api_base` where there is one."""

    def __init__(self, api_base: str | None) -> None:
        super().__init__()
        self._base = urlsplit(api_base) if api_base else None

    def aimed(self, url: str) -> str:
        """The same path at the gateway."""
        if self._base is None:
            return url
        parts = urlsplit(url)
        path = self._base.path.rstrip("/") + parts.path
        return urlunsplit((self._base.scheme, self._base.netloc, path, parts.query, ""))
