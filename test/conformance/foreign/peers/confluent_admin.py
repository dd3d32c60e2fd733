"""What an administrator does, by confluent-kafka."""

from confluent_kafka import ConsumerGroupTopicPartitions, KafkaException, TopicPartition
from confluent_kafka.admin import (
    AdminClient,
    AlterConfigOpType,
    ConfigEntry,
    ConfigResource,
    NewPartitions,
    NewTopic,
    OffsetSpec,
    ResourceType,
    ScramCredentialInfo,
    ScramMechanism,
    UserScramCredentialDeletion,
    UserScramCredentialUpsertion,
)


def all_of(futures):
    return {key: future.result(30) for key, future in futures.items()}


def only(futures):
    return next(iter(all_of(futures).values()))


def administer(p):
    """{topic, group, made}: what each step shows, by name; kafka_python_admin.py has the same steps."""
    admin = AdminClient({'bootstrap.servers': p['bootstrap']})
    topic, group, made = p['topic'], p['group'], p['made']
    seen = {}

    def retention():
        return only(admin.describe_configs([ConfigResource(ResourceType.TOPIC, made)]))['retention.ms'].value

    def offset(spec):
        return only(admin.list_offsets({TopicPartition(topic, 0): spec})).offset

    def committed():
        asked = ConsumerGroupTopicPartitions(group, [TopicPartition(topic, 0)])
        return only(admin.list_consumer_group_offsets([asked])).topic_partitions[0].offset

    def groups():
        return sorted(one.group_id for one in admin.list_consumer_groups().result(30).valid)

    only(admin.create_topics([NewTopic(made, 2, 3, config={'retention.ms': '60000'})]))
    try:
        only(admin.create_topics([NewTopic(made, 2, 3)]))
    except KafkaException as error:
        seen['again'] = error.args[0].code()
    only(admin.create_partitions([NewPartitions(made, 4)]))
    seen['partitions'] = len(admin.list_topics(made, timeout=30).topics[made].partitions)
    seen['brokers'] = len(admin.describe_cluster().result(30).nodes)
    seen['retention'] = retention()
    change = ConfigEntry('retention.ms', '120000', incremental_operation=AlterConfigOpType.SET)
    only(admin.incremental_alter_configs([ConfigResource(ResourceType.TOPIC, made, incremental_configs=[change])]))
    seen['altered'] = retention()
    seen['latest'] = offset(OffsetSpec.latest())
    only(admin.delete_records([TopicPartition(topic, 0, 2)]))
    seen['earliest'] = offset(OffsetSpec.earliest())
    seen['groups'] = groups()
    seen['state'] = only(admin.describe_consumer_groups([group])).state.name.capitalize()
    seen['committed'] = committed()
    only(admin.alter_consumer_group_offsets([ConsumerGroupTopicPartitions(group, [TopicPartition(topic, 0, 1)])]))
    seen['moved'] = committed()
    only(admin.delete_consumer_groups([group]))
    seen['left'] = groups()
    credential = ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, 5000)
    only(admin.alter_user_scram_credentials([UserScramCredentialUpsertion('bob', credential, b'secret')]))
    described = only(admin.describe_user_scram_credentials(['bob']))
    seen['iterations'] = [one.iterations for one in described.scram_credential_infos]
    only(admin.alter_user_scram_credentials([UserScramCredentialDeletion('bob', ScramMechanism.SCRAM_SHA_256)]))
    only(admin.delete_topics([made]))
    seen['topics'] = sorted(name for name in admin.list_topics(timeout=30).topics if not name.startswith('__'))
    return seen
