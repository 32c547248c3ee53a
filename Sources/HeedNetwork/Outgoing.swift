public import HeedModel

/// One reply, or one edit, on its way out.
public struct OutgoingMessage: Sendable {
  /// Made before the first attempt and the same for every attempt: the one exactly-once rule.
  public var key: String
  public var text: String
  public var warning: String?
  public var language: String?
  public var visibility: Visibility
  public var inReplyTo: RemoteReference?
  /// Ids that `MediaTaking.upload` gave, in order.
  public var media: [RemoteID]
  /// Media that travel within the message, where the network is `MediaEnclosing`; in order.
  public var enclosed: [OutgoingMedia] = []
  /// When a person wrote it: the same for every attempt and every search.
  public var writtenAt: Instant
  /// When the first attempt began: the age of the key.
  public var firstTriedAt: Instant
  /// How far back a search has to look: no later than the first attempt, and earlier where a clock may have been wrong.
  public var lookFrom: Instant
  /// When an attempt of which nobody knows whether it arrived was last on its way; `nil` where there is none. What is not
  /// found counts as absent only some time after it.
  public var doubtedAt: Instant?
  /// How the place stood before the first attempt, as `Marking.mark` told; `nil` where nothing was noted.
  public var stoodBefore: String?
  /// The member who speaks, where the account is the organisation's: a network that shows a name beside its own says it.
  public var speaker: String?
  /// For whom they speak, as the desk is called; `nil` where it has no name.
  public var organisation: String?

  public init(
    key: String, text: String, warning: String? = nil, language: String? = nil,
    visibility: Visibility = .public, inReplyTo: RemoteReference? = nil, media: [RemoteID] = [],
    writtenAt: Instant? = nil, firstTriedAt: Instant, speaker: String? = nil,
    organisation: String? = nil, stoodBefore: String? = nil
  ) {
    self.stoodBefore = stoodBefore
    self.speaker = speaker
    self.organisation = organisation
    self.key = key
    self.text = text
    self.warning = warning
    self.language = language
    self.visibility = visibility
    self.inReplyTo = inReplyTo
    self.media = media
    self.writtenAt = writtenAt ?? firstTriedAt
    self.firstTriedAt = firstTriedAt
    lookFrom = firstTriedAt
  }
}

public struct OutgoingMedia: Sendable, Hashable {
  public var bytes: [UInt8]
  public var type: String
  public var alternative: String
  /// Makes a repeated upload harmless where the network can tell.
  public var key: String

  public init(bytes: [UInt8], type: String, alternative: String, key: String) {
    self.bytes = bytes
    self.type = type
    self.alternative = alternative
    self.key = key
  }
}

/// A message that arrived, as the network now tells it.
public struct Sent: Sendable {
  public var reference: RemoteReference
  public var at: Instant
  /// The post as it stands there, where the network returned it.
  public var post: RemotePost?

  public init(reference: RemoteReference, at: Instant, post: RemotePost? = nil) {
    self.reference = reference
    self.at = at
    self.post = post
  }
}

/// What reading back our own timeline showed.
public enum Found: Sendable {
  case there(Sent)
  /// It certainly did not arrive: sending again is right.
  case absent
  /// Nobody can tell: a person decides.
  case cannotTell
}
