"""Handle each event at least once, across crashes of either side.

Usage: at_least_once.py CURSOR-FILE [LIVE-ADDRESS REPLAY-ADDRESS [TOPIC …]]
"""
import json
import os
import sys
import zmq
import doors


def handle(event):
    print(event.decode(), flush=True)  # yours; a crash may bring an event again: same "id"


if len(sys.argv) < 2:
    sys.exit(__doc__)
file = sys.argv[1]
live, replay = sys.argv[2:4] if len(sys.argv) > 3 else ("tcp://127.0.0.1:5640", "tcp://127.0.0.1:5642")
context = zmq.Context.instance()
cursor = open(file).read() if os.path.exists(file) else ""
bell = doors.open(context, zmq.SUB, live, ["$hb/relay/"])
asker = doors.open(context, zmq.DEALER, replay)
while True:
    asker.send_json({"op": "replay", "after": cursor, "max": 500, "topics": sys.argv[4:]})
    if not asker.poll(3000):  # no answer: ask again through a new socket
        asker.close()
        asker = doors.open(context, zmq.DEALER, replay)
        continue
    header, *events = asker.recv_multipart()
    header = json.loads(header)
    if header["status"] == "error":
        sys.exit(header["message"])
    if header["status"] != "events":  # "gone" or "epoch": see README.md
        print(header["status"], header["sources"], file=sys.stderr)
    for event in events:
        handle(event)
    cursor = header["cursor"]
    with open(file + ".new", "w") as new:
        new.write(cursor)
    os.replace(file + ".new", file)  # only now, after all of them were handled
    if not header["more"]:
        if not bell.poll(3000):  # it rings at every batch, and once a second: make it anew
            bell.close()
            bell = doors.open(context, zmq.SUB, live, ["$hb/relay/"])
        while bell.poll(0):
            bell.recv_multipart()
