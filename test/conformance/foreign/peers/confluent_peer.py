"""confluent-kafka, with librdkafka inside, behind a pipe. Configs are librdkafka's, e.g. {"compression.type": "lz4"}."""

import time

from confluent_kafka import OFFSET_BEGINNING, TIMESTAMP_NOT_AVAILABLE, Consumer, KafkaError, KafkaException, Producer, TopicPartition

from confluent_admin import administer
from peer import Members, decode, encode, serve


def produce(p):
    producer = Producer({'bootstrap.servers': p['bootstrap'], 'linger.ms': 5, **(p.get('config') or {})})
    results = [None] * len(p['records'])
    failures = []

    def delivered(index):
        def note(error, message):
            if error is not None:
                failures.append(error)
            else:
                results[index] = {'partition': message.partition(), 'offset': str(message.offset())}

        return note

    if p.get('transaction'):
        producer.init_transactions(30)
        producer.begin_transaction()
    for index, record in enumerate(p['records']):
        producer.produce(
            p['topic'],
            value=decode(record['value']),
            key=decode(record['key']),
            headers=[(name, decode(value)) for name, value in record['headers']],
            partition=record['partition'],
            timestamp=int(record['timestamp']),
            on_delivery=delivered(index),
        )
    left = producer.flush(30)
    if failures or left:
        raise KafkaException(failures[0] if failures else f'{left} records are not delivered')
    if p.get('transaction') == 'commit':
        producer.commit_transaction(30)
    if p.get('transaction') == 'abort':
        producer.abort_transaction(30)
    return results


def consume(p):
    consumer = Consumer(
        {
            'bootstrap.servers': p['bootstrap'],
            'group.id': 'none',
            'enable.auto.commit': False,
            'enable.partition.eof': True,
            'isolation.level': 'read_committed' if p.get('committed') else 'read_uncommitted',
            **(p.get('config') or {}),
        }
    )
    try:
        partitions = consumer.list_topics(p['topic'], timeout=30).topics[p['topic']].partitions
        consumer.assign([TopicPartition(p['topic'], n, OFFSET_BEGINNING) for n in partitions])
        ended = set()
        deadline = time.monotonic() + 30
        read = []
        while len(ended) < len(partitions):
            if time.monotonic() > deadline:
                raise TimeoutError(f'Read to the end in time only {ended}')
            message = consumer.poll(0.1)
            if message is None:
                continue
            if message.error() is None:
                read.append(message)
            elif message.error().code() == KafkaError._PARTITION_EOF:
                ended.add(message.partition())
            else:
                raise KafkaException(message.error())
        return [
            {
                'partition': message.partition(),
                'offset': str(message.offset()),
                'timestamp': '-1' if message.timestamp()[0] == TIMESTAMP_NOT_AVAILABLE else str(message.timestamp()[1]),
                'key': encode(message.key()),
                'value': encode(message.value()),
                'headers': [[name, encode(value)] for name, value in message.headers() or []],
            }
            for message in read
        ]
    finally:
        consumer.close()


def transform(p):
    """{from, to, group, count, suffix}: changes records in transactions until there were `count`; every third is aborted first."""
    consumer = Consumer(
        {
            'bootstrap.servers': p['bootstrap'],
            'group.id': p['group'],
            'group.protocol': 'consumer',
            'auto.offset.reset': 'earliest',
            'enable.auto.commit': False,
            'isolation.level': 'read_committed',
        }
    )
    producer = Producer({'bootstrap.servers': p['bootstrap'], 'transactional.id': p['group']})
    try:
        producer.init_transactions(30)
        consumer.subscribe([p['from']])
        left = p['count']
        transactions = 0
        while left > 0:
            messages = consumer.consume(5, timeout=0.1)
            if not messages:
                continue
            for message in messages:
                if message.error() is not None:
                    raise KafkaException(message.error())
            transactions += 1
            offsets = {}
            for message in messages:
                offsets[message.partition()] = TopicPartition(p['from'], message.partition(), message.offset() + 1)
            for attempt in range(0 if transactions % 3 == 0 else 1, 2):
                producer.begin_transaction()
                for message in messages:
                    producer.produce(p['to'], value=message.value() + p['suffix'].encode(), partition=message.partition())
                producer.send_offsets_to_transaction(list(offsets.values()), consumer.consumer_group_metadata(), 30)
                if attempt == 0:
                    producer.abort_transaction(30)
                else:
                    producer.commit_transaction(30)
            left -= len(messages)
        return transactions
    finally:
        consumer.close()


class Member:
    def __init__(self, p):
        self.consumer = Consumer(
            {
                'bootstrap.servers': p['bootstrap'],
                'group.id': p['group'],
                'client.id': p['member'],
                'auto.offset.reset': 'earliest',
                **(p.get('config') or {}),
            }
        )
        self.consumer.subscribe([p['topic']])

    def poll(self):
        message = self.consumer.poll(0.05)
        if message is None:
            return []
        if message.error() is not None:
            raise KafkaException(message.error())
        return [message.value().decode()]

    def partitions(self):
        return [partition.partition for partition in self.consumer.assignment()]

    def close(self):
        self.consumer.close()


serve({'produce': produce, 'consume': consume, 'transform': transform, 'administer': administer, **Members(Member).commands()})
