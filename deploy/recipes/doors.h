/* Connecting to the event relay: plain, or with CURVE where MOORING_SERVER_KEY is set. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zmq.h>

static void *open_door(void *context, int kind, const char *address, const char *topic) {
    void *socket = zmq_socket(context, kind);
    int interval = 1000, timeout = 3000, linger = 0, unbounded = 0;
    zmq_setsockopt(socket, ZMQ_HEARTBEAT_IVL, &interval, sizeof interval);
    zmq_setsockopt(socket, ZMQ_HEARTBEAT_TIMEOUT, &timeout, sizeof timeout);
    zmq_setsockopt(socket, ZMQ_LINGER, &linger, sizeof linger);
    const char *server = getenv("MOORING_SERVER_KEY"), *secret = getenv("MOORING_SECRET_KEY");
    if (server && (strlen(server) != 40 || !secret || strlen(secret) != 40)) {
        fprintf(stderr, "set MOORING_SERVER_KEY and MOORING_SECRET_KEY: 40 characters each\n");
        exit(1);
    }
    if (server) {
        char own[41];
        zmq_curve_public(own, secret);
        zmq_setsockopt(socket, ZMQ_CURVE_SERVERKEY, server, 40);
        zmq_setsockopt(socket, ZMQ_CURVE_PUBLICKEY, own, 40);
        zmq_setsockopt(socket, ZMQ_CURVE_SECRETKEY, secret, 40);
    }
    if (kind == ZMQ_SUB) {
        /* libzmq 4.3.4 may abort where heartbeats meet a full queue. */
        zmq_setsockopt(socket, ZMQ_RCVHWM, &unbounded, sizeof unbounded);
        zmq_setsockopt(socket, ZMQ_SUBSCRIBE, topic, strlen(topic));
    }
    if (zmq_connect(socket, address) != 0) {
        fprintf(stderr, "%s: %s\n", address, zmq_strerror(zmq_errno()));
        exit(1);
    }
    return socket;
}

/* Takes the next frame into a new string; sets *more to whether another belongs to it. */
static char *take_frame(void *socket, int *more) {
    zmq_msg_t message;
    zmq_msg_init(&message);
    if (zmq_msg_recv(&message, socket, 0) < 0) exit(1);
    size_t size = zmq_msg_size(&message);
    char *text = malloc(size + 1);
    if (text == NULL) exit(1);
    memcpy(text, zmq_msg_data(&message), size);
    text[size] = 0;
    *more = zmq_msg_more(&message);
    zmq_msg_close(&message);
    return text;
}
