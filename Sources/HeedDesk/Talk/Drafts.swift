public import HeedModel

extension Desk {
  /// Saves what is being typed. An empty draft is no draft.
  public func save(_ draft: Draft, by viewer: Viewer) async throws {
    try requireVoice(viewer)
    guard draft.text.utf8.count <= 100_000 else {
      throw Problem(
        .invalid, "That is longer than any network takes. It was not saved.", field: "text")
    }
    let now = clock.now()
    try await record.write { [self] tx in
      guard let conversation = try tx.conversation(draft.conversation, for: viewer) else {
        throw Problem(.notFound, "This conversation is not here, or it is not yours to see.")
      }
      var saved = draft
      saved.member = viewer.member
      saved.conversation = conversation.id
      saved.savedAt = now
      // Whose pictures hang on a draft is not for its form to say.
      saved.uploads = try tx.uploads(saved.uploads).filter { $0.member == viewer.member }.map(\.id)
      if Self.trimmed(saved.text).isEmpty, saved.uploads.isEmpty {
        try endLooks(at: conversation.id, by: viewer.member, .discarded, now: now, tx)
        try tx.deleteDraft(of: conversation.id, by: viewer.member)
      } else {
        try tx.save(saved)
      }
    }
  }

  /// Gives up what was typed, and what was asked of colleagues about it. Where there is none this is harmless.
  public func discardDraft(of id: ID<Conversation>, by viewer: Viewer) async throws {
    let now = clock.now()
    try await record.write { [self] tx in
      guard let conversation = try tx.conversation(id, for: viewer) else {
        throw Problem(.notFound, "This conversation is not here, or it is not yours to see.")
      }
      try endLooks(at: conversation.id, by: viewer.member, .discarded, now: now, tx)
      try tx.deleteDraft(of: conversation.id, by: viewer.member)
    }
  }

  /// Keeps a medium, without what its camera noted beside it, and hangs it on the member's draft.
  public func upload(
    _ bytes: [UInt8], type: String, alternative: String, to id: ID<Conversation>,
    by viewer: Viewer
  ) async throws -> Upload {
    try requireVoice(viewer)
    guard !bytes.isEmpty else {
      throw Problem(.invalid, "Choose a file first.", field: "file")
    }
    guard let real = MediaKind.type(of: bytes) else {
      throw Problem(
        .invalid, "This is no picture that can be sent: use JPEG, PNG, GIF or WebP.", field: "file")
    }
    let bytes = BarePicture.bare(bytes, type: real)
    if let size = PictureSize(bytes), !size.isSane {
      throw Problem(
        .invalid, "This picture has more points than browsers can show. Make it smaller first.",
        field: "file")
    }
    let alternative = Self.trimmed(alternative)
    guard !alternative.isEmpty else {
      throw Problem(
        .invalid, "Say in words what the picture shows, for those who cannot see it.",
        field: "alternative")
    }
    let now = clock.now()
    let upload = Upload(
      id: newID(), member: viewer.member, type: real, bytes: bytes.count,
      alternative: String(alternative.prefix(1500)), at: now)
    // Its row is there before its file: whatever is cut off in between is known, and cleaned away.
    let conversation = try await record.write { tx in
      guard let conversation = try tx.conversation(id, for: viewer) else {
        throw Problem(.notFound, "This conversation is not here, or it is not yours to see.")
      }
      try tx.insert(upload)
      return conversation
    }
    try await uploads.write(bytes, name: upload.id.description)
    try await record.write { tx in
      var draft =
        try tx.draft(of: conversation.id, by: viewer.member)
        ?? Draft(member: viewer.member, conversation: conversation.id, text: "", savedAt: now)
      draft.uploads.append(upload.id)
      draft.savedAt = now
      try tx.save(draft)
    }
    return upload
  }

  /// Takes a medium off one's own draft. The file itself goes a day later, with all that hangs on nothing. Where there is
  /// no such draft, or it is not theirs to see, nothing happens.
  public func removeUpload(_ upload: ID<Upload>, from id: ID<Conversation>, by viewer: Viewer)
    async throws
  {
    try await record.write { tx in
      guard let conversation = try tx.conversation(id, for: viewer),
        var draft = try tx.draft(of: conversation.id, by: viewer.member)
      else { return }
      draft.uploads.removeAll { $0 == upload }
      try tx.save(draft)
    }
  }

  /// A medium that hangs on a draft: seen by its writer alone, as the draft is.
  public func media(_ id: ID<Upload>, for viewer: Viewer) async throws -> (Upload, [UInt8]) {
    let found = try await record.read { try $0.uploads([id]).first }
    guard let upload = found, upload.member == viewer.member else {
      throw Problem(.notFound, "There is no such picture.")
    }
    return (upload, try await uploads.read(upload.id.description))
  }

  /// A medium of ours that hangs on a post, for those who may see the post.
  public func media(_ id: ID<Upload>, of post: ID<Post>, for viewer: Viewer) async throws -> (
    Upload, [UInt8]
  ) {
    let found = try await record.read { tx -> Upload? in
      guard let row = try tx.post(post, for: viewer), row.post.removedAt == nil,
        row.post.media.contains(where: { $0.address == "upload:\(id)" })
      else { return nil }
      return try tx.uploads([id]).first
    }
    guard let upload = found else { throw Problem(.notFound, "There is no such picture.") }
    return (upload, try await uploads.read(upload.id.description))
  }
}

/// What a file is by its first bytes; what its name or its sender says counts for nothing.
enum MediaKind {
  static func type(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "image/png" }
    if bytes.starts(with: Array("GIF87a".utf8)) || bytes.starts(with: Array("GIF89a".utf8)) {
      return "image/gif"
    }
    if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) {
      return "image/webp"
    }
    return nil
  }
}
