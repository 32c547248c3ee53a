import HeedNetwork

extension Status {
  /// What a post quotes, in whichever way the server tells it.
  ///
  /// Mastodon tells a quote with its state since 4.4, and the bare id where it does not show the
  /// quoted post (https://docs.joinmastodon.org/entities/Quote/); others tell the quoted post itself
  /// as `quote`; Pleroma tells it below `pleroma`, with its address.
  struct Quoted: Sendable {
    var status: Boosted?
    /// The quoted post's ActivityPub address.
    var address: String?
    /// The server's own id of it.
    var id: String?

    init?(_ fields: Fields) {
      let told: Told? = fields.one("quote")
      let pleroma: Pleroma? = fields.one("pleroma")
      // A quote that its author refused or took back is none any more.
      let hasEnded = ["rejected", "revoked", "deleted", "unauthorized"].contains(told?.state)
      guard !hasEnded else { return nil }
      status = told?.status ?? pleroma?.status
      address = RemoteIDs.sane(pleroma?.address)
      id = told?.id ?? pleroma?.id ?? (try? fields.id("quote_id")).flatMap { $0 == "0" ? nil : $0 }
      if status == nil, address == nil, id == nil { return nil }
    }
  }

  private struct Told: Decodable {
    var state: String?
    var status: Boosted?
    var id: String?

    init(from decoder: any Decoder) throws {
      let fields = try Fields(decoder)
      state = fields.word("state")
      let inner: Boosted? = fields.one("quoted_status")
      status = inner ?? (try? Boosted(from: decoder))
      id = try? fields.id("quoted_status_id")
    }
  }

  private struct Pleroma: Decodable {
    var status: Boosted?
    var address: String?
    var id: String?

    init(from decoder: any Decoder) throws {
      let fields = try Fields(decoder)
      status = fields.one("quote")
      address = fields.word("quote_url")
      id = try? fields.id("quote_id")
    }
  }
}
