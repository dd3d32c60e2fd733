"""kafka-python behind a pipe. Configs are those of its classes, e.g. {"compression_type": "lz4"}."""

import time

from kafka import KafkaConsumer, KafkaProducer, OffsetAndMetadata, TopicPartition
from kafka.coordinator.assignors.roundrobin import RoundRobinPartitionAssignor

from kafka_python_admin import administer
from peer import Members, decode, encode, serve


def produce(p):
    config = dict(p.get('config') or {})
    producer = KafkaProducer(bootstrap_servers=p['bootstrap'].split(','), linger_ms=5, **config)
    try:
        if p.get('transaction'):
            producer.init_transactions()
            producer.begin_transaction()
        sent = [
            producer.send(
                p['topic'],
                value=decode(record['value']),
                key=decode(record['key']),
                headers=[(name, decode(value)) for name, value in record['headers']],
                partition=record['partition'],
                timestamp_ms=int(record['timestamp']),
            )
            for record in p['records']
        ]
        producer.flush()
        results = [{'partition': done.partition, 'offset': str(done.offset)} for done in (one.get(timeout=30) for one in sent)]
        if p.get('transaction') == 'commit':
            producer.commit_transaction()
        if p.get('transaction') == 'abort':
            producer.abort_transaction()
        return results
    finally:
        producer.close(timeout=10)


def consume(p):
    isolation = 'read_committed' if p.get('committed') else 'read_uncommitted'
    config = {'enable_auto_commit': False, 'isolation_level': isolation, **(p.get('config') or {})}
    consumer = KafkaConsumer(bootstrap_servers=p['bootstrap'].split(','), **config)
    try:
        partitions = [TopicPartition(p['topic'], n) for n in sorted(consumer.partitions_for_topic(p['topic']))]
        consumer.assign(partitions)
        consumer.seek_to_beginning()
        ends = consumer.end_offsets(partitions)
        deadline = time.monotonic() + 30
        read = []
        while any(consumer.position(one) < ends[one] for one in partitions):
            if time.monotonic() > deadline:
                raise TimeoutError(f'Not read to the end in time: {ends}')
            for records in consumer.poll(timeout_ms=100).values():
                read.extend(records)
        return [
            {
                'partition': record.partition,
                'offset': str(record.offset),
                'timestamp': str(record.timestamp),
                'key': encode(record.key),
                'value': encode(record.value),
                'headers': [[name, encode(value)] for name, value in record.headers],
            }
            for record in read
        ]
    finally:
        consumer.close()


def transform(p):
    """{from, to, group, count, suffix}: changes records in transactions until there were `count`; every third is aborted first."""
    brokers = p['bootstrap'].split(',')
    consumer = KafkaConsumer(
        p['from'],
        bootstrap_servers=brokers,
        group_id=p['group'],
        auto_offset_reset='earliest',
        enable_auto_commit=False,
        isolation_level='read_committed',
        max_poll_records=5,
    )
    producer = KafkaProducer(bootstrap_servers=brokers, transactional_id=p['group'])
    try:
        producer.init_transactions()
        left = p['count']
        transactions = 0
        while left > 0:
            records = [record for some in consumer.poll(timeout_ms=100).values() for record in some]
            if not records:
                continue
            transactions += 1
            offsets = {}
            for record in records:
                offsets[TopicPartition(record.topic, record.partition)] = OffsetAndMetadata(record.offset + 1, '', -1)
            for attempt in range(0 if transactions % 3 == 0 else 1, 2):
                producer.begin_transaction()
                for record in records:
                    producer.send(p['to'], value=record.value + p['suffix'].encode(), partition=record.partition)
                producer.send_offsets_to_transaction(offsets, consumer.group_metadata())
                if attempt == 0:
                    producer.abort_transaction()
                else:
                    producer.commit_transaction()
            left -= len(records)
        return transactions
    finally:
        consumer.close()
        producer.close(timeout=10)


class Member:
    def __init__(self, p):
        self.consumer = KafkaConsumer(
            p['topic'],
            bootstrap_servers=p['bootstrap'].split(','),
            group_id=p['group'],
            client_id=p['member'],
            auto_offset_reset='earliest',
            partition_assignment_strategy=[RoundRobinPartitionAssignor],
            **(p.get('config') or {}),
        )

    def poll(self):
        return [record.value.decode() for records in self.consumer.poll(timeout_ms=50).values() for record in records]

    def partitions(self):
        return [partition.partition for partition in self.consumer.assignment()]

    def close(self):
        self.consumer.close()


serve({'produce': produce, 'consume': consume, 'transform': transform, 'administer': administer, **Members(Member).commands()})
