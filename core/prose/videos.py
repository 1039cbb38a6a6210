"""Videos of two known hosts: shown as a link, played in the page only after a click."""

import re
from typing import NamedTuple
from urllib.parse import parse_qs, urlencode, urlsplit

PLAYERS = ("https://www.youtube-nocookie.com", "https://player.vimeo.com")
YOUTUBE = {"youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com"}
YOUTUBE_PATH = re.compile(r"/(?:embed|shorts|live|v)/([\w-]{11})/?", re.A)
YOUTUBE_KEY = re.compile(r"/?([\w-]{11})/?", re.A)
VIMEO_PATH = re.compile(
    r"/(?:video/|(?:channels|groups)/[\w-]+/(?:videos/)?)?(\d{6,12})(?:/([0-9a-f]{6,20}))?/?", re.A
)
SECONDS = re.compile(r"(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,6})s?)?")


class Video(NamedTuple):
    address: str  # of its page, for a plain link
    host: str  # for people: youtube.com
    player: str  # what the page shows in a frame after the click


def video_at(address):
    """The video that a link leads to, or None."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    host = (parts.netloc or "").lower().removeprefix("www.")
    if parts.scheme not in ("http", "https"):
        return None
    if host in YOUTUBE or host == "youtu.be":
        return youtube(parts, host)
    return vimeo(parts) if host in ("vimeo.com", "player.vimeo.com") else None


def youtube(parts, host):
    asked = parse_qs(parts.query)
    if host == "youtu.be":
        found = YOUTUBE_KEY.fullmatch(parts.path)
    elif parts.path.rstrip("/") == "/watch":
        found = YOUTUBE_KEY.fullmatch(asked.get("v", [""])[0])
    else:
        found = YOUTUBE_PATH.fullmatch(parts.path)
    if not found:
        return None
    start = seconds((asked.get("t") or asked.get("start") or [""])[0])
    query = f"?{urlencode({'start': start})}" if start else ""
    return Video(parts.geturl(), "youtube.com", f"{PLAYERS[0]}/embed/{found[1]}{query}")


def seconds(text):
    """`90`, `90s` and `1m30s` are the same moment; 0 for anything else."""
    found = SECONDS.fullmatch(text)
    hours, minutes, rest = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    return hours * 3600 + minutes * 60 + rest


def vimeo(parts):
    found = VIMEO_PATH.fullmatch(parts.path)
    if not found:
        return None
    key = found[2] or parse_qs(parts.query).get("h", [""])[0]
    query = f"?{urlencode({'h': key})}" if re.fullmatch("[0-9a-f]{6,20}", key) else ""
    return Video(parts.geturl(), "vimeo.com", f"{PLAYERS[1]}/video/{found[1]}{query}")


class VideoFrames:
    """Lets the frames of the two hosts into the pages that have a video, and into no others."""

    MARK = b'<figure class="video" data-player="https://'

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not response.streaming and self.MARK in response.content:
            response._csp_update = {"frame-src": list(PLAYERS)}
        return response
