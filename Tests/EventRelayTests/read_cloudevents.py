"""Read each line of standard input as a CloudEvent and print its type and sequence."""
import sys

try:
    from cloudevents.core.formats.json import JSONFormat
    from cloudevents.core.v1.event import CloudEvent

    def read(line):
        event = JSONFormat().read(CloudEvent, line)
        return event.get_type(), event.get_extension("sequence")
except ImportError:  # before version 2
    from cloudevents.http import from_json

    def read(line):
        event = from_json(line)
        return event["type"], event["sequence"]

for line in sys.stdin:
    print(*read(line), flush=True)
