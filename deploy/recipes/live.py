"""Print events as they happen; what is missed is missed. Usage: live.py [ADDRESS [TOPIC …]]"""
import sys
import zmq
import doors

address = sys.argv[1] if len(sys.argv) > 1 else "tcp://127.0.0.1:5640"
socket = doors.open(zmq.Context.instance(), zmq.SUB, address, sys.argv[2:] or ["mooring."])
while True:
    topic, event = socket.recv_multipart()
    print(event.decode(), flush=True)
