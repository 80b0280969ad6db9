"""ClickHouse's engine (chdb-core, from PyPI) behind as much of the HTTP interface as its client for Node.js uses.

Prints the port once it answers. The packages of ClickHouse itself are in no registry; this is the same engine, in a process.
"""

import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock
from urllib.parse import parse_qsl, urlsplit

from chdb import session

engine = session.Session(sys.argv[1])
one_at_a_time = Lock()
NO_SETTINGS = {"query", "query_id", "database", "default_format", "session_id", "role", "wait_end_of_query", "async_insert"}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 65536  # head and content in one piece

    def log_message(self, *_):
        pass

    def body(self):
        if self.headers.get("Transfer-Encoding") != "chunked":
            length = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(length)
            return body if len(body) == length else None
        parts = []
        while True:
            size = self.rfile.readline()
            if not size.endswith(b"\n"):
                return None
            part = self.rfile.read(int(size, 16) + 2)
            if len(part) == 2:
                return b"".join(parts)
            parts.append(part[:-2])

    def answer(self, status, content, headers=()):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def do_GET(self):
        self.answer(200, b"Ok.\n")

    def do_POST(self):
        said = parse_qsl(urlsplit(self.path).query, keep_blank_values=True)
        body = self.body()
        if body is None:  # cut off: a statement that is not whole is not run
            return
        sql = "\n".join(part for part in (dict(said).get("query", ""), body.decode()) if part)
        values = {name[6:]: value for name, value in said if name.startswith("param_")}
        try:
            with one_at_a_time:
                for name, value in said:
                    if not name.startswith("param_") and name not in NO_SETTINGS:
                        engine.query(f"SET {name} = '{value}'")
                found = engine.query(sql, "TabSeparated", params=unescaped(values))
                content = found.bytes() if hasattr(found, "bytes") else str(found).encode()
            self.answer(200, content)
        except Exception as error:  # whatever the engine says
            text = str(error)
            code = text.split("Code: ")[1].split(".")[0] if "Code: " in text else "1"
            self.answer(500, text.encode(), [("X-ClickHouse-Exception-Code", code)])


def unescaped(values):
    """As the server reads a parameter: text of the format TabSeparated."""
    signs = {"t": "\t", "n": "\n", "r": "\r", "0": "\0", "b": "\b", "f": "\f"}
    return {name: "".join(plain(iter(value), signs)) for name, value in values.items()}


def plain(value, signs):
    for sign in value:
        if sign == "\\":
            after = next(value)
            yield signs.get(after, after)
        else:
            yield sign


class Server(ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], ConnectionError):  # whoever is killed closes nothing
            super().handle_error(request, client_address)


server = Server(("127.0.0.1", 0), Handler)
print(server.server_address[1], flush=True)
server.serve_forever()
