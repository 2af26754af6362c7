"""Connecting to the event relay: plain, or with CURVE where a key of the server is given."""
import os
import zmq


def open(context, kind, address, topics=()):
    """Connect a socket that notices a peer that is gone.

    MOORING_SERVER_KEY   the relay's public key; without it the connection is plain
    MOORING_SECRET_KEY   your own secret key
    """
    socket = context.socket(kind)
    socket.heartbeat_ivl, socket.heartbeat_timeout, socket.linger = 1000, 3000, 0
    server = os.environ.get("MOORING_SERVER_KEY")
    if server:
        secret = os.environ.get("MOORING_SECRET_KEY", "").encode()
        if len(server) != 40 or len(secret) != 40:
            raise SystemExit("set MOORING_SERVER_KEY and MOORING_SECRET_KEY: 40 characters each")
        socket.curve_serverkey = server.encode()
        socket.curve_secretkey, socket.curve_publickey = secret, zmq.curve_public(secret)
    if kind == zmq.SUB:
        socket.rcvhwm = 0  # libzmq 4.3.4 may abort where heartbeats meet a full queue
    for topic in topics:
        socket.subscribe(topic)
    try:
        socket.connect(address)
    except zmq.ZMQError as error:
        raise SystemExit(f"{address}: {error}; an address is tcp://HOST:PORT") from None
    return socket
