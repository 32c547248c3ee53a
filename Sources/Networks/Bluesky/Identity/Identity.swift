import HeedModel
import HeedNetwork

/// Somebody of this network, with where their words are kept.
struct Identity: Sendable, Equatable {
  var did: String
  /// `nil` where the DID's document and the handle do not name each other: it is then nobody's
  /// (https://atproto.com/specs/handle#handle-resolution).
  var handle: String?
  /// Host, with its port where that is not 443, of the server that keeps the account (PDS).
  var server: String
}

/// Finds who a handle is and where they are: handle, then DID, then document, then server.
struct Identities: Sendable {
  let wire: any Wire
  /// Hosts that are asked: the AppView, which also looks into DNS for us, and the directory of `did:plc`.
  let places: Places
  /// `nil` where name servers are not asked.
  var records: (any NameRecords)?

  /// Reads `ana.example`, `@ana.example`, a DID, or the address of a profile page.
  static func named(_ typed: String) -> String? {
    var text = typed.trimmingPrefix("at://")[...]
    for start in ["https://bsky.app/profile/", "bsky.app/profile/", "@"] {
      text = text.trimmingPrefix(start)
    }
    let name = String(text.prefix { $0 != "/" && $0 != "?" })
    if name.hasPrefix("did:") { return RemoteIDs.isDID(name) ? name : nil }
    return RemoteIDs.isHandle(name) ? name.lowercased() : nil
  }

  /// - Throws: `NetworkError`, `gone` when nobody has that handle, `temporary` when nobody could be asked.
  func identity(of name: String) async throws -> Identity {
    let did = name.hasPrefix("did:") ? name : try await did(of: name)
    let document = try await document(of: did)
    guard document.id == did, let server = document.server else {
      throw NetworkError(
        .malformed,
        "The document of \(name) names no server that keeps it. Whoever gave the handle can mend that."
      )
    }
    let told = document.handle
    if name.hasPrefix("did:") {
      // A handle that leads nowhere, or elsewhere, takes nothing away from whose DID this is
      // (https://atproto.com/specs/handle#handle-resolution).
      let isTheirs = if let told { (try? await self.did(of: told)) == did } else { false }
      return Identity(did: did, handle: isTheirs ? told : nil, server: server)
    }
    guard told == name else {
      throw NetworkError(
        .refused,
        "\(name) points to an account that calls itself otherwise. Type the handle that it has now."
      )
    }
    return Identity(did: did, handle: name, server: server)
  }

  /// Its domain's record first, which counts where there are both, then the host's own file, then the AppView, which
  /// asks for us what we could not (https://atproto.com/specs/handle#handle-resolution).
  func did(of handle: String) async throws -> String {
    // These top-level names are nobody's in the world's DNS; only the AppView that was named may know them.
    let isReserved = [
      ".test", ".local", ".localhost", ".invalid", ".example", ".internal", ".onion",
    ]
    .contains { handle.hasSuffix($0) }
    if !isReserved {
      if let did = try await recorded(handle) { return did }
      if let did = await own(handle) { return did }
    }
    let address =
      "https://\(places.view)/xrpc/com.atproto.identity.resolveHandle?handle="
      + WebQuery.segment(handle)
    let response: WireResponse
    do {
      response = try await wire.send(
        WireRequest(
          .get, address, headers: [("Accept", "application/json")], maximumBytes: 1 << 16,
          timeout: .seconds(15)))
    } catch {
      throw Fault.of(error, host: places.view)
    }
    if response.status == 200, let found: Resolved = try? JSON.read(response),
      RemoteIDs.isDID(found.did)
    {
      return found.did
    }
    guard [400, 404].contains(response.status) else {
      throw NetworkError(
        .temporary, "\(places.view) could not say who \(handle) is. Try again in a while.")
    }
    throw NetworkError(
      .gone, "Nobody on this network is called \(handle). Look whether it is right.")
  }

  /// https://atproto.com/specs/handle#dns-txt-method
  private func recorded(_ handle: String) async throws -> String? {
    guard let texts = try? await records?.texts("_atproto", of: handle) else { return nil }
    let named = Set(
      texts.filter { $0.hasPrefix("did=") }.map { String($0.dropFirst("did=".count)) }
        .filter(RemoteIDs.isDID))
    guard named.count < 2 else {
      throw NetworkError(
        .refused,
        "The domain of \(handle) names several accounts at once. Whoever keeps the domain can mend that."
      )
    }
    return named.first
  }

  private func own(_ handle: String) async -> String? {
    let request = WireRequest(
      .get, "https://\(handle)/.well-known/atproto-did", maximumBytes: 4_096, timeout: .seconds(5))
    guard let response = try? await wire.send(request), response.status == 200 else { return nil }
    let text = String(decoding: response.body, as: UTF8.self)
    let did = String(text.drop(while: \.isWhitespace).prefix { !$0.isWhitespace })
    return RemoteIDs.isDID(did) ? did : nil
  }

  private struct Resolved: Decodable {
    var did: String
  }

  /// `did:plc` by its directory, `did:web` by its host (https://atproto.com/specs/did#blessed-did-methods).
  func document(of did: String) async throws -> Document {
    let address: String
    let host: String
    if did.hasPrefix("did:plc:") {
      (host, address) = (places.directory, "https://\(places.directory)/\(did)")
    } else if did.hasPrefix("did:web:"), let name = Self.webHost(did) {
      (host, address) = (name, "https://\(name)/.well-known/did.json")
    } else {
      throw NetworkError(.unsupported, "\(did) is of a kind that this network does not use.")
    }
    let response: WireResponse
    do {
      response = try await wire.send(
        WireRequest(
          .get, address, headers: [("Accept", "application/json")], maximumBytes: 1 << 18,
          timeout: .seconds(15)))
    } catch {
      throw Fault.of(error, host: host)
    }
    switch response.status {
    case 200:
      guard let document: Document = try? JSON.read(response) else {
        throw NetworkError(.malformed, "What \(host) says of \(did) cannot be read.")
      }
      return document
    case 404, 410: throw NetworkError(.gone, "\(host) knows nobody by \(did).")
    default:
      throw NetworkError(
        .temporary, "\(host) could not say where \(did) is kept. Try again in a while.")
    }
  }

  /// The host alone: paths are not allowed here, and a port is written with `%3A`.
  private static func webHost(_ did: String) -> String? {
    let rest = String(did.dropFirst("did:web:".count))
    guard !rest.contains(":") else { return nil }
    let host = rest.replacing("%3A", with: ":").replacing("%3a", with: ":")
    return host.contains("%") ? nil : host
  }
}

/// Hosts that are asked besides somebody's own server.
struct Places: Sendable {
  /// The AppView: profiles, public threads, who a handle is.
  var view: String
  /// The directory of `did:plc`.
  var directory: String
}

/// What a DID says of itself, as far as the desk has use for it.
struct Document: Decodable, Sendable {
  var id: String
  var alsoKnownAs: [String]?
  var service: [Service]?

  struct Service: Decodable, Sendable {
    var id: String?
    var type: String?
    var serviceEndpoint: String?

    enum CodingKeys: String, CodingKey { case id, type, serviceEndpoint }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      id = try? fields.decode(String.self, forKey: .id)
      type = try? fields.decode(String.self, forKey: .type)
      // Other services may give an object here.
      serviceEndpoint = try? fields.decode(String.self, forKey: .serviceEndpoint)
    }
  }

  /// The first that is one.
  var handle: String? {
    let names = (alsoKnownAs ?? []).lazy.filter { $0.hasPrefix("at://") }.map {
      String($0.dropFirst(5)).lowercased()
    }
    return names.first { RemoteIDs.isHandle($0) }
  }

  /// `https` alone, without a path: everything else is no server of this kind
  /// (https://atproto.com/specs/did#did-documents).
  var server: String? {
    let found = (service ?? []).first {
      ($0.id == "#atproto_pds" || $0.id == id + "#atproto_pds")
        && $0.type == "AtprotoPersonalDataServer"
    }
    guard let address = found?.serviceEndpoint, address.hasPrefix("https://") else { return nil }
    let host = address.dropFirst("https://".count).trimmingSuffix("/")
    return host.isEmpty || host.contains(where: { "/?#@".contains($0) || $0.isWhitespace })
      ? nil : String(host)
  }
}

extension Substring {
  fileprivate func trimmingSuffix(_ suffix: String) -> Substring {
    hasSuffix(suffix) ? dropLast(suffix.count) : self
  }
}
