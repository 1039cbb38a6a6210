"""A server of map pictures that writes down who asked for what."""

import io
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from PIL import Image

ATTRIBUTION = '© <a href="https://map.example.org/">Karšu zīmētāji</a>'


def picture():
    data = io.BytesIO()
    Image.new("RGB", (256, 256), "#cfe3d4").save(data, "PNG")
    return data.getvalue()


class TileServer:
    """Runs in a thread; `asked` are (path, referrer) of every request."""

    def __init__(self):
        self.asked = asked = []
        drawn = picture()

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self):
                asked.append((self.path, self.headers.get("Referer")))
                self.send_response(200)
                self.send_header("Content-Type", "image/png")
                self.send_header("Content-Length", str(len(drawn)))
                self.end_headers()
                self.wfile.write(drawn)

            def log_message(self, *_words):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()
        self.origin = f"http://127.0.0.1:{self.server.server_port}"
        self.settings = {
            "MAP_TILES": f"{self.origin}/{{z}}/{{x}}/{{y}}.png",
            "MAP_ATTRIBUTION": ATTRIBUTION,
        }

    def close(self):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()
