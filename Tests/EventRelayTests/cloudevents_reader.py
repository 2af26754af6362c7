"""Read each line of standard input as a CloudEvent and print its id, type and sequence."""
import sys

try:
    from cloudevents.core.bindings.kafka import from_structured_event  # noqa: F401
except ImportError:
    pass
