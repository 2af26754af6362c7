/* Prints events as they happen; what is missed is missed.
   cc -o live live.c -lzmq && ./live [ADDRESS [TOPIC]] */
#include "doors.h"

int main(int count, char **arguments) {
    const char *address = count > 1 ? arguments[1] : "tcp://127.0.0.1:5640";
    const char *topic = count > 2 ? arguments[2] : "mooring.";
    void *socket = open_door(zmq_ctx_new(), ZMQ_SUB, address, topic);
    for (;;) {
        int more = 1;
        free(take_frame(socket, &more));
        if (!more) continue;
        char *event = take_frame(socket, &more);
        puts(event);
        fflush(stdout);
        free(event);
    }
}
