"""Asks this machine's own server whether it is well; for the health checks of docker-compose.yml."""

import http.client
import os
import sys


def status(port: int, host: str) -> int:
    """What /healthz answers; 0 when nobody answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=4)
    try:
        connection.request("GET", "/healthz", headers={"Host": host})
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        connection.close()


def main() -> int:
    """0 when the server is well."""
    # The server answers only to its own names.
    host = os.environ.get("ALLOWED_HOSTS", "").split(",")[0].strip().lstrip(".*") or "localhost"
    return 0 if status(int(os.environ.get("PORT") or "8000"), host) == 200 else 1


if __name__ == "__main__":
    sys.exit(main())
