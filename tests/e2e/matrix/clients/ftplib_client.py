"""ftplib_client.py JOB: every operation of a row of the matrix, by Python's ftplib, in the current folder (Errand.h).
JOB is a JSON object: address, port, user, password, folder, authority, security ("plain", "explicit TLS 1.2", ...),
active, extended, listsOnly. An operation that fails says so and does not keep the next from being tried."""
import ftplib
import json
import os
import socket
import ssl
import sys
import traceback

PATIENCE = 20  # seconds


class ChosenMode:
    """ftplib takes EPSV and EPRT on IPv6 only. The server has to take them on IPv4 as well (RFC 2428)."""

    extended = False

    def makepasv(self):
        if not self.extended:
            self.trust_server_pasv_ipv4_address = True
            return super().makepasv()
        return ftplib.parse229(self.sendcmd("EPSV"), self.sock.getpeername())

    def sendport(self, host, port):
        return self.sendeprt(host, port) if self.extended else super().sendport(host, port)

    def sendeprt(self, host, port):
        return self.voidcmd(f"EPRT |1|{host}|{port}|")


class Plain(ChosenMode, ftplib.FTP):
    pass


class Tls(ChosenMode, ftplib.FTP_TLS):
    """Servers may ask that data connections resume the session of the control connection; ftplib does not by itself."""

    def ntransfercmd(self, cmd, rest=None):
        connection, size = ftplib.FTP.ntransfercmd(self, cmd, rest)
        if self._prot_p:
            connection = self.context.wrap_socket(connection, server_hostname=self.host, session=self.sock.session)
        return connection, size


class ImplicitTls(Tls):
    def connect(self, host="", port=0, timeout=-999, source_address=None):
        self.host, self.port = host, port
        plain = socket.create_connection((host, port), timeout)
        plain.settimeout(timeout)
        self.af = plain.family
        self.sock = self.context.wrap_socket(plain, server_hostname=host)
        self.file = self.sock.makefile("r", encoding=self.encoding)
        self.welcome = self.getresp()
        return self.welcome


def log_in(job):
    security = job["security"]
    if security == "plain":
        ftp = Plain(timeout=PATIENCE)
    else:
        context = ssl.create_default_context(cafile=job["authority"])
        version = ssl.TLSVersion.TLSv1_2 if security.endswith("1.2") else ssl.TLSVersion.TLSv1_3
        context.minimum_version = context.maximum_version = version
        kind = Tls if security.startswith("explicit") else ImplicitTls
        ftp = kind(context=context, timeout=PATIENCE)
    ftp.extended = job["extended"]
    ftp.set_debuglevel(1)
    ftp.connect(job["address"], job["port"], PATIENCE)
    if security.startswith("implicit"):
        ftplib.FTP.login(ftp, job["user"], job["password"])  # FTP_TLS.login() would send AUTH
    else:
        ftp.login(job["user"], job["password"])
    if security != "plain":
        ftp.prot_p()
    ftp.set_pasv(not job["active"])
    return ftp


def fetch(ftp, remote, local):
    if os.path.exists(local):
        start = os.path.getsize(local)
        with open(local, "ab") as file:
            ftp.retrbinary("RETR " + remote, file.write, rest=start)
    else:
        with open(local, "wb") as file:
            ftp.retrbinary("RETR " + remote, file.write)


def store(ftp, command, local):
    with open(local, "rb") as file:
        ftp.storbinary(command, file)


def lines(ftp, command, local):
    with open(local, "w") as file:
        ftp.retrlines(command, lambda line: print(line, file=file))


def abort(ftp):
    # Pure-FTPd warns of ASCII in a second 150, which abort() would take for its answer.
    ftp.voidcmd("TYPE I")
    connection = ftp.transfercmd("RETR endless.bin")
    with open("part.bin", "wb") as file:
        file.write(connection.recv(65536))
    connection.close()
    ftp.abort()
    # RFC 959 has 426 for the transfer and 226 for ABOR; servers send one of them or both, in either order.
    ftp.putcmd("NOOP")
    while not ftp.getmultiline().startswith("200"):
        pass


def main():
    job = json.loads(sys.argv[1])
    folder = job["folder"] + "/"
    operations = {
        "list": lambda: lines(ftp, "LIST " + folder, "list.txt"),
        "upload": lambda: store(ftp, "STOR " + folder + "up.bin", "seed.bin"),
        "download": lambda: fetch(ftp, folder + "seed.bin", "down.bin"),
        "resume": lambda: fetch(ftp, folder + "seed.bin", "partial.bin"),
        "append": lambda: store(ftp, "APPE " + folder + "journal.bin", "tail.bin"),
        "rename": lambda: ftp.rename(folder + "old.bin", folder + "new.bin"),
        "delete": lambda: ftp.delete(folder + "doomed.bin"),
        "MLSD": lambda: lines(ftp, "MLSD " + folder, "mlsd.txt"),
        "abort": lambda: abort(ftp),
        "after": lambda: fetch(ftp, folder + "seed.bin", "after.bin"),
    }
    ftp = log_in(job)
    wanted = ["list"] if job["listsOnly"] else list(operations)
    for name in wanted:
        try:
            operations[name]()
        except (*ftplib.all_errors, ssl.SSLError):
            print(name + " failed")
            traceback.print_exc()
    ftp.quit()


if __name__ == "__main__":
    main()
