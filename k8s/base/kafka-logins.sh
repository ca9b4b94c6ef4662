#!/bin/bash
# Gives every service its login and its rights on the bus (kafka-rights.txt), as the broker's own login, once it serves. To be run again
# after a password was changed; what is there already stays.
set -euo pipefail
rights=${KAFKA_RIGHTS:-/opt/poca/kafka-rights.txt}
bin=${KAFKA_BIN:-/opt/kafka/bin}
server=${KAFKA_SERVER:-kafka:9092}
: "${KAFKA_PASSWORD_BROKER:?}"

broker=$(mktemp)
trap 'rm -f "$broker"' EXIT
cat >"$broker" <<CONFIG
security.protocol=${KAFKA_SECURITY:-SASL_PLAINTEXT}
sasl.mechanism=PLAIN
sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="broker" password="$KAFKA_PASSWORD_BROKER";
CONFIG
if [ -n "${KAFKA_CERTIFICATES:-}" ]; then
  printf 'ssl.truststore.type=PEM\nssl.truststore.location=%s\n' "$KAFKA_CERTIFICATES" >>"$broker"
fi

topics() { printf -- '--topic %s ' ${1//,/ }; }
acls() { "$bin/kafka-acls.sh" --bootstrap-server "$server" --command-config "$broker" --add "$@" >/dev/null; }

until "$bin/kafka-acls.sh" --bootstrap-server "$server" --command-config "$broker" --list >/dev/null 2>&1; do
  echo "waiting for $server"
  sleep 3
done
grep -v '^#' "$rights" | while read -r login own reads writes; do
  [ -n "$login" ] || continue
  word=${login%-service}
  variable=KAFKA_PASSWORD_${word^^}
  password=${!variable:?}
  "$bin/kafka-configs.sh" --bootstrap-server "$server" --command-config "$broker" --alter \
    --entity-type users --entity-name "$login" --add-config "SCRAM-SHA-512=[password=$password]" >/dev/null </dev/null
  acls --allow-principal "User:$login" --resource-pattern-type prefixed --topic "$own" \
    --operation Read --operation Write --operation Create </dev/null
  acls --allow-principal "User:$login" --resource-pattern-type prefixed --group "$own" --operation Read </dev/null
  [ "$reads" = - ] || acls --allow-principal "User:$login" $(topics "$reads") --operation Read --operation Create </dev/null
  [ "$writes" = - ] || acls --allow-principal "User:$login" $(topics "$writes") --operation Write --operation Create </dev/null
  echo "$login has its login"
done
