import HeedModel
import HeedNetwork
import Synchronization

/// Where the interfaces of sites stand, by who the sites are: what was heard carries only that. A site that is listened to
/// is known; any other is asked once, as long as the process lives.
final class Sites: Sendable {
  private static let most = 1_000

  private let known = Mutex<[String: Site]>([:])

  subscript(key: String) -> Site? { known.withLock { $0[key] } }

  func note(_ site: Site) {
    known.withLock { known in
      // A thousand sites that nobody listens to may be asked for once more.
      if known.count >= Self.most, known[site.key] == nil { known = [:] }
      known[site.key] = site
    }
  }
}

extension WordPressNetwork {
  /// The site that is called `blog.example/news` in ids, with its interface.
  /// - Throws: `NetworkError`, `temporary` where nothing answers for now.
  func site(called key: String) async throws -> Site {
    if let site = sites[key] { return site }
    let finding = Finding(wire: wire)
    var fault: NetworkError?
    for scheme in ["https", "http"] {
      do {
        guard let site = try await finding.site(called: key, at: "\(scheme)://\(key)/") else {
          continue
        }
        sites.note(site)
        return site
      } catch let error as NetworkError {
        fault = fault ?? error
      }
    }
    throw fault
      ?? NetworkError(
        .temporary,
        "It is not known where the interface of \(key) stands. If it is WordPress, a plugin may have switched it off.",
        certainlyNotSent: true)
  }
}
