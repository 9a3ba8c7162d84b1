#!/bin/sh
# Makes the namespace and the search attributes that processes are found by. Run again it changes nothing.
# TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE say where.
set -eu

# The port answers a little before the server does.
tries=0
until temporal operator cluster health; do
  tries=$((tries + 1))
  if [ "$tries" -ge 30 ]; then exit 1; fi
  sleep 2
done

# Nothing depends on closed runs: a week of them is for people to look at.
temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" > /dev/null 2>&1 ||
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention 168h

attribute() {
  tries=0
  until temporal operator search-attribute create --namespace "$TEMPORAL_NAMESPACE" --name "$1" --type "$2"; do
    tries=$((tries + 1))
    if [ "$tries" -ge 10 ]; then exit 1; fi
    sleep 2
  done
}

attribute AwardsCycleId Keyword
attribute AwardsPhase Keyword
attribute AwardsCountry Keyword
attribute AwardsProcessState Keyword
attribute AwardsDeadline Datetime
