/* Handles each event at least once, across crashes of either side.
   cc -o at_least_once at_least_once.c -lzmq
   ./at_least_once CURSOR-FILE [LIVE-ADDRESS REPLAY-ADDRESS] */
#include "doors.h"

/* Yours; a crash may bring an event again, with the same "id". */
static void handle(const char *event) {
    puts(event);
    fflush(stdout);
}

static void load(const char *file, char *cursor, size_t size) {
    FILE *stream = fopen(file, "r");
    size_t count = stream ? fread(cursor, 1, size - 1, stream) : 0;
    cursor[count] = 0;
    if (stream) fclose(stream);
}

static void save(const char *file, const char *cursor) {
    char draft[4096];
    snprintf(draft, sizeof draft, "%s.new", file);
    FILE *stream = fopen(draft, "w");
    if (!stream || fputs(cursor, stream) < 0 || fclose(stream) || rename(draft, file)) exit(1);
}

int main(int count, char **arguments) {
    if (count < 2) return 64;
    const char *live = count > 3 ? arguments[2] : "tcp://127.0.0.1:5640";
    const char *replay = count > 3 ? arguments[3] : "tcp://127.0.0.1:5642";
    char cursor[4097], question[4200];
    load(arguments[1], cursor, sizeof cursor);
    void *context = zmq_ctx_new();
    void *bell = open_door(context, ZMQ_SUB, live, "$hb/relay/");
    void *asker = open_door(context, ZMQ_DEALER, replay, "");
    for (;;) {
        int more = 1;
        snprintf(question, sizeof question,
                 "{\"op\":\"replay\",\"after\":\"%s\",\"max\":500}", cursor);
        zmq_send(asker, question, strlen(question), 0);
        zmq_pollitem_t answered = {asker, 0, ZMQ_POLLIN, 0}, rung = {bell, 0, ZMQ_POLLIN, 0};
        if (zmq_poll(&answered, 1, 3000) < 1) { /* no answer: ask again through a new socket */
            zmq_close(asker);
            asker = open_door(context, ZMQ_DEALER, replay, "");
            continue;
        }
        char *header = take_frame(asker, &more);
        if (strstr(header, "\"status\":\"error\"")) return fputs(header, stderr), 1;
        while (more) {
            char *event = take_frame(asker, &more);
            handle(event);
            free(event);
        }
        char *start = strstr(header, "\"cursor\":\"");
        if (!start || sscanf(start, "\"cursor\":\"%4096[^\"]", cursor) != 1) return 1;
        save(arguments[1], cursor); /* only now, after all of them were handled */
        int has_more = strstr(header, "\"more\":true") != NULL;
        free(header);
        if (has_more) continue;
        if (zmq_poll(&rung, 1, 3000) < 1) { /* rings once a second: make it anew */
            zmq_close(bell);
            rung.socket = bell = open_door(context, ZMQ_SUB, live, "$hb/relay/");
        }
        while (zmq_poll(&rung, 1, 0) > 0) free(take_frame(bell, &more));
    }
}
