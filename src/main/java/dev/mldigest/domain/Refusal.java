package dev.mldigest.domain;

/** Why we would not ask for something. */
public enum Refusal {
  /** The site's rules, or our own, for good: a scheme, a port, robots.txt, a key. */
  FORBIDDEN,

  /** The host's address is not public; its name may lead elsewhere tomorrow. */
  NOT_PUBLIC,

  /** The robots.txt that would allow it could not be had; it may be had later. */
  ROBOTS_UNREAD,

  /** It has its turn in another run. */
  POSTPONED
}
