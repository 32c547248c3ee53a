import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import BlueskyNetwork

/// Identifiers against the collection that all implementations of the protocol share.
@Suite struct BlueskySyntaxTests {
  private func lines(_ name: String) throws -> [String] {
    guard let folder = Corpora.folder("atproto-interop") else {
      print("Bluesky: the collection atproto-interop is not here; \(name) was not tried.")
      return []
    }
    let text = try String(contentsOf: folder.appending(path: "syntax/\(name).txt"), encoding: .utf8)
    return text.split(separator: "\n").map { String($0) }.filter {
      !$0.hasPrefix("#") && !$0.isEmpty
    }
  }

  @Test func peopleAreKnownByTheirForm() throws {
    for line in try lines("did_syntax_valid") { #expect(RemoteIDs.isDID(line), "\(line)") }
    for line in try lines("did_syntax_invalid") { #expect(!RemoteIDs.isDID(line), "\(line)") }
    for line in try lines("handle_syntax_valid") { #expect(RemoteIDs.isHandle(line), "\(line)") }
    for line in try lines("handle_syntax_invalid") { #expect(!RemoteIDs.isHandle(line), "\(line)") }
  }

  @Test func keysAreKnownByTheirForm() throws {
    for line in try lines("recordkey_syntax_valid") {
      #expect(RemoteIDs.isRecordKey(line), "\(line)")
    }
    for line in try lines("recordkey_syntax_invalid") {
      #expect(!RemoteIDs.isRecordKey(line), "\(line)")
    }
    for line in try lines("aturi_syntax_invalid") {
      #expect(RemoteIDs.post(line) == nil, "\(line)")
    }
  }

  @Test func addressesAndKindsOfRecordsAreKnownByTheirForm() throws {
    for line in try lines("aturi_syntax_valid") { #expect(RecordAddress(line) != nil, "\(line)") }
    for line in try lines("aturi_syntax_invalid") { #expect(RecordAddress(line) == nil, "\(line)") }
    for line in try lines("nsid_syntax_valid") { #expect(RemoteIDs.isCollection(line), "\(line)") }
    for line in try lines("nsid_syntax_invalid") {
      #expect(!RemoteIDs.isCollection(line), "\(line)")
    }
  }

  @Test func namesOfTimesAreKnownByTheirForm() throws {
    for line in try lines("tid_syntax_valid") { #expect(RecordKey.isTime(line), "\(line)") }
    for line in try lines("tid_syntax_invalid") { #expect(!RecordKey.isTime(line), "\(line)") }
  }

  /// Handles and DIDs alike: what somebody may type who signs in.
  @Test func whoIsMeantIsKnownByTheForm() throws {
    for line in try lines("atidentifier_syntax_valid") {
      #expect(Identities.named(line) != nil, "\(line)")
    }
    for line in try lines("atidentifier_syntax_invalid") {
      let isForgiven = line.hasPrefix("@") || line.contains("/") || line.contains("?")
      #expect(isForgiven || Identities.named(line) == nil, "\(line)")
    }
  }

  @Test func languagesAreTakenOverAsTheyAreTagged() throws {
    for line in try lines("language_syntax_valid") where line.utf8.count <= 35 {
      let record = PostRecord(text: "x", languages: [line])
      let post = Incoming(now: Instant(seconds: 1_778_000_000)).post(
        Written.did, "3l3qo2vuowo2b", record, received: Instant(seconds: 1_778_000_000), nil)
      #expect(post?.language == line, "\(line)")
    }
  }

  @Test func timesAreReadAsTheyAreWritten() throws {
    for line in try lines("datetime_syntax_valid") {
      #expect(PostTime.microseconds(line) != nil, "\(line)")
    }
    // Small letters and “-00:00” are forgiven.
    for line in try lines("datetime_syntax_invalid")
    where !line.contains("t") && !line.contains("z") && !line.hasSuffix("-00:00") {
      #expect(PostTime.microseconds(line) == nil, "\(line)")
    }
    let at = PostTime.microseconds("2024-02-29T23:59:59.123456789+01:30")
    let theirs = try Date("2024-02-29T22:29:59Z", strategy: .iso8601).timeIntervalSince1970
    #expect(at == Int64(theirs) * 1_000_000 + 123_456)
    for text in ["", "yesterday", "2024-13-01T00:00:00Z", "2024-01-01T00:00:00", "2024-01-01"] {
      #expect(PostTime.instant(text) == nil, "\(text)")
    }
  }
}
