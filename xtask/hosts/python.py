"""Serves one folder with Python's own http.server, by https when a certificate is given."""

import argparse
import functools
import http.server
import ssl


class Plain(http.server.SimpleHTTPRequestHandler):
    """Sends every file but .html as text/plain."""

    def guess_type(self, path):
        return "text/html" if str(path).endswith((".html", "/")) else "text/plain"


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--root", required=True)
    arguments.add_argument("--port", required=True, type=int)
    arguments.add_argument("--cert")
    arguments.add_argument("--key")
    arguments.add_argument("--plain", action="store_true")
    given = arguments.parse_args()

    kind = Plain if given.plain else http.server.SimpleHTTPRequestHandler
    handler = functools.partial(kind, directory=given.root)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", given.port), handler)
    if given.cert:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(given.cert, given.key)
        # The greeting waits for the connection's own thread. Here it would stop
        # every other connection while one that is open says nothing.
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    server.serve_forever()


main()
