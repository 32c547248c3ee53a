import HackerNewsNetwork
import HeedModel
import HeedNetwork
import HeedTesting

struct HackerNewsFixture: NetworkFixture {
  let clock: ManualClock
  let double: HackerNewsDouble
  let wire: DoubleWire
  let hackerNews: HackerNewsNetwork
  let story: Int

  var network: any Network { hackerNews }

  init() {
    let clock = ManualClock()
    let double = HackerNewsDouble(clock: clock)
    self.clock = clock
    self.double = double
    wire = DoubleWire { double.answer($0) }
    hackerNews = HackerNewsNetwork(wire: wire, clock: clock)
    story = double.say("", by: "rui", title: "Show HN: Bells", url: "https://bells.example/")
    clock.advance(by: .hours(1))
  }

  func source(_ kind: String, _ target: String) -> ListeningSource {
    ListeningSource(id: ID(1), kind: kind, target: target, cursor: nil)
  }
  /// The words stand in what `say` says.
  var sources: [ListeningSource] {
    [source("words", "bellshop"), source("thread", String(story)), source("author", "ana")]
  }

  func ground() async throws -> RemoteReference? { reference(story) }

  func say(_ text: String, inReplyTo parent: RemoteReference?) async throws -> RemoteReference {
    clock.advance(by: .seconds(1))
    let above = parent.flatMap { number($0) } ?? story
    return reference(double.say(marked(text), parent: above))
  }

  func reference(_ id: Int) -> RemoteReference {
    hackerNews.reference(at: "https://news.ycombinator.com/item?id=\(id)")!
  }

  private func marked(_ text: String) -> String { "\(text)<p>On the bellshop." }
  private func number(_ post: RemoteReference) -> Int? { post.local.flatMap { Int($0) } }

  func edit(_ post: RemoteReference, to text: String) async throws {
    let words = marked(text)
    double.change(number(post) ?? 0) { $0.text = words }
  }
  func remove(_ post: RemoteReference) async throws {
    double.change(number(post) ?? 0) { $0.isDeleted = true }
  }

  func strike(_ fault: NetworkFault, on kind: NetworkFault.Target) async throws {
    guard kind != .sending else { throw NotHere("takes no messages") }
    wire.fail(DoubleWire.Fault(fault))
  }
}
