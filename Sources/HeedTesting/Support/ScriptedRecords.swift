import HeedModel
public import HeedNetwork
import Synchronization

/// Name servers that say what a test wrote.
public final class ScriptedRecords: NameRecords {
  private struct State {
    var services: [String: [ServiceRecord]] = [:]
    var texts: [String: [String]] = [:]
    var isSilent = false
    var asked: [String] = []
  }
  private let state = Mutex(State())

  public init() {}

  /// By whole names: `_imaps._tcp.shop.example`.
  public var services: [String: [ServiceRecord]] {
    get { state.withLock { $0.services } }
    set { state.withLock { $0.services = newValue } }
  }
  public var texts: [String: [String]] {
    get { state.withLock { $0.texts } }
    set { state.withLock { $0.texts = newValue } }
  }
  /// Nobody answers.
  public var isSilent: Bool {
    get { state.withLock { $0.isSilent } }
    set { state.withLock { $0.isSilent = newValue } }
  }
  /// Whole names, in order.
  public var asked: [String] { state.withLock { $0.asked } }

  public func services(_ service: String, of domain: String) async throws -> [ServiceRecord] {
    try ask("\(service).\(domain)")
    return services["\(service).\(domain)"] ?? []
  }

  public func texts(_ label: String, of domain: String) async throws -> [String] {
    try ask("\(label).\(domain)")
    return texts["\(label).\(domain)"] ?? []
  }

  private func ask(_ name: String) throws {
    let isSilent = state.withLock { state in
      state.asked.append(name)
      return state.isSilent
    }
    if isSilent {
      throw WireError(.timeout, "Nobody answered in time.", certainlyNotSent: true)
    }
  }
}
