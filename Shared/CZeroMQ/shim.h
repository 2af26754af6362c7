// The C interface of libzmq as Debian ships it. Nothing else belongs here.
#include <errno.h>
#include <zmq.h>
