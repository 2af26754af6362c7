// The C interface of libzmq as Debian ships it, and the wake-up that its poll can wait for.
// Nothing else belongs here.
#include <errno.h>
#include <sys/eventfd.h>
#include <zmq.h>
