package dev.mldigest.publish;

/** A place an approved issue is sent to. Sending the same content twice changes nothing. */
public interface Target {
  PublishOutcome publish(String content);
}
