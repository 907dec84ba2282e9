"""pyftpdlib_server.py JOB: serves a folder by pyftpdlib until it is ended. JOB is a JSON object: address, port, low,
high, external, certificate, key, implicit, user, password, site, rate (bytes a second)."""
import json
import sys

from OpenSSL import SSL
from pyftpdlib.authorizers import DummyAuthorizer
from pyftpdlib.handlers import ThrottledDTPHandler, TLS_DTPHandler, TLS_FTPHandler
from pyftpdlib.servers import MultiprocessFTPServer


class DataHandler(ThrottledDTPHandler, TLS_DTPHandler):
    """Sends no faster than it is told."""


class Handler(TLS_FTPHandler):
    """TLS 1.2 and 1.3, offered."""

    dtp_handler = DataHandler


class ImplicitHandler(Handler):
    """TLS from the first byte, which pyftpdlib leaves to its users."""

    def handle(self):
        self.secure_connection(self.ssl_context)

    def handle_ssl_established(self):
        super().handle()

    def ftp_AUTH(self, line):
        self.respond("550 not supported.")


def main():
    job = json.loads(sys.argv[1])
    context = SSL.Context(SSL.TLS_SERVER_METHOD)
    context.set_min_proto_version(SSL.TLS1_2_VERSION)
    context.use_certificate_chain_file(job["certificate"])
    context.use_privatekey_file(job["key"])
    context.set_session_id(b"matrix")
    authorizer = DummyAuthorizer()
    authorizer.add_user(job["user"], job["password"], job["site"], perm="elradfmwMT")
    handler = ImplicitHandler if job["implicit"] else Handler
    DataHandler.write_limit = job["rate"]
    handler.ssl_context = context
    handler.authorizer = authorizer
    handler.passive_ports = range(job["low"], job["high"] + 1)
    handler.masquerade_address = job["external"]
    # A process for each session: one session's disk and handshakes are no other's wait.
    MultiprocessFTPServer((job["address"], job["port"]), handler).serve_forever()


if __name__ == "__main__":
    main()
