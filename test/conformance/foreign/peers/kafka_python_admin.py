"""What an administrator does, by kafka-python."""

from kafka import KafkaAdminClient, OffsetAndMetadata, TopicPartition
from kafka.admin import ConfigResource, OffsetSpec, UserScramCredentialDeletion, UserScramCredentialUpsertion
from kafka.errors import KafkaError


def administer(p):
    """{topic, group, made}: what each step shows, by name; confluent_admin.py has the same steps."""
    admin = KafkaAdminClient(bootstrap_servers=p['bootstrap'].split(','))
    topic, group, made = p['topic'], p['group'], p['made']
    first = TopicPartition(topic, 0)
    seen = {}

    def partitions(name):
        return len(admin.describe_topics([name])[0]['partitions'])

    def retention():
        described = admin.describe_configs([ConfigResource('topic', made, ['retention.ms'])], config_filter='all')
        return described['topic'][made]['retention.ms']['value']

    try:
        admin.create_topics({made: {'num_partitions': 2, 'replication_factor': 3, 'configs': {'retention.ms': '60000'}}})
        try:
            admin.create_topics({made: {'num_partitions': 2, 'replication_factor': 3}})
        except KafkaError as error:
            seen['again'] = error.errno
        admin.create_partitions({made: 4})
        seen['partitions'] = partitions(made)
        seen['brokers'] = len(admin.describe_cluster()['brokers'])
        seen['retention'] = retention()
        admin.alter_configs([ConfigResource('topic', made, {'retention.ms': '120000'})])
        seen['altered'] = retention()
        seen['latest'] = admin.list_partition_offsets({first: OffsetSpec.LATEST})[first].offset
        admin.delete_records({first: 2})
        seen['earliest'] = admin.list_partition_offsets({first: OffsetSpec.EARLIEST})[first].offset
        seen['groups'] = sorted(one['group_id'] for one in admin.list_groups())
        seen['state'] = str(admin.describe_groups([group])[group]['group_state'])
        seen['committed'] = admin.list_group_offsets({group: [first]})[group][first].offset
        admin.alter_group_offsets(group, {first: OffsetAndMetadata(1, '', -1)})
        seen['moved'] = admin.list_group_offsets({group: [first]})[group][first].offset
        admin.delete_groups([group])
        seen['left'] = [one['group_id'] for one in admin.list_groups()]
        admin.alter_user_scram_credentials([UserScramCredentialUpsertion('bob', 'SCRAM-SHA-256', 'secret', iterations=5000)])
        seen['iterations'] = [one['iterations'] for one in admin.describe_user_scram_credentials(['bob'])['bob']['credential_infos']]
        admin.alter_user_scram_credentials([UserScramCredentialDeletion('bob', 'SCRAM-SHA-256')])
        admin.delete_topics([made])
        seen['topics'] = sorted(name for name in admin.list_topics() if not name.startswith('__'))
        return seen
    finally:
        admin.close()
