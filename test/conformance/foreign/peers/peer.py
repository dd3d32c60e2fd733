"""A Kafka client of Python behind a pipe, as test/java/tools/Peer.java has Java's: one JSON command a line on standard input, one JSON
answer a line on standard output. Commands run side by side. Ends when its standard input does."""

import base64
import json
import os
import sys
import threading


def encode(value):
    return None if value is None else base64.b64encode(value).decode()


def decode(text):
    return None if text is None else base64.b64decode(text)


class Members:
    """Members of groups, each with a thread of its own that polls. `open` gives an object with poll() -> values, partitions(), close()."""

    def __init__(self, open_member):
        self.open_member = open_member
        self.members = {}

    def join(self, p):
        state = {'partitions': [], 'values': [], 'failure': None, 'leaving': threading.Event()}
        state['thread'] = threading.Thread(target=self.run, args=(p, state), daemon=True)
        self.members[p['member']] = state
        state['thread'].start()

    def run(self, p, state):
        try:
            member = self.open_member(p)
            while not state['leaving'].is_set():
                state['values'].extend(member.poll())
                state['partitions'] = sorted(member.partitions())
            member.close()
        except Exception as error:
            state['failure'] = repr(error)

    def state(self, p):
        state = self.members[p['member']]
        if state['failure'] is not None:
            raise RuntimeError(state['failure'])
        return {'partitions': state['partitions'], 'values': list(state['values'])}

    def leave(self, p):
        state = self.members[p['member']]
        state['leaving'].set()
        state['thread'].join()
        return self.state(p)

    def commands(self):
        return {'join': self.join, 'member': self.state, 'leave': self.leave}


def serve(commands):
    answers = sys.stdout
    lock = threading.Lock()
    # Libraries that print must not do so between the answers.
    sys.stdout = sys.stderr

    def answer(command):
        reply = {'id': command['id']}
        try:
            reply['result'] = commands[command['command']](command)
        except Exception as error:
            reply['error'] = {'name': type(error).__name__, 'message': str(error)}
        with lock:
            answers.write(json.dumps(reply) + '\n')
            answers.flush()

    for line in sys.stdin:
        threading.Thread(target=answer, args=(json.loads(line),), daemon=True).start()
    os._exit(0)
