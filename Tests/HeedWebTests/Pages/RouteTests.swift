import HeedModel
import Testing

@testable import HeedWeb

@Suite struct RouteTests {
  @Test func noTwoPatternsMatchTheSameAddress() {
    let shapes = Route.Pattern.allCases.map { pattern in
      pattern.method.rawValue
        + pattern.path.split(separator: "/").map {
          $0.hasPrefix(":") ? ":" : String($0)
        }.joined(separator: "/")
    }
    #expect(Set(shapes).count == shapes.count)
  }

  @Test func idsAndNamesFillTheirPlaces() {
    #expect(Route.conversation(ID(7)).path == "/conversations/7")
    #expect(Route.conversation(ID(7), at: ID(9)).path == "/conversations/7?at=9")
    #expect(Route.removeUpload(ID(7), ID(8)).path == "/conversations/7/media/8/remove")
    #expect(Route.media(ID(7), 2).path == "/media/7/2")
    #expect(Route.home.path == "/")
    #expect(Route.asset(hash: "ab", file: "heed.css").path == "/assets/ab/heed.css")
  }

  @Test func whatPeopleTypeIsEscapedInAddresses() {
    #expect(Route.search(query: "a b&c=ü/#").path == "/search?q=a%20b%26c%3D%C3%BC%2F%23")
    #expect(Route.join(token: "../x?y").path == "/join/..%2Fx%3Fy")
  }

  @Test func aFilterKeepsOnlyWhatIsSet() {
    #expect(Route.heard().path == "/heard")
    let filter = HeardFilter(kind: .question, language: "pt")
    #expect(Route.heard(filter, after: "9").path == "/heard?kind=question&language=pt&after=9")
  }

  /// An address of ours, as the router would find its pattern.
  private func pattern(of address: String, _ method: Route.Pattern.Method) -> Route.Pattern? {
    let path = address.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
    let fitting = Route.Pattern.allCases.filter { pattern in
      let parts = pattern.path.split(separator: "/")
      return pattern.method == method && parts.count == path.count
        && zip(parts, path).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
    }
    return fitting.min { $0.names.count < $1.names.count }
  }

  @Test(arguments: Shown.english)
  func everyLinkAndFormLeadsToARouteThatTheReaderMayUse(shown: Shown) {
    for tag in shown.tags where !tag.isEnd {
      var addresses: [(String, Route.Pattern.Method)] = []
      if tag.name == "a" || tag.name == "link" {
        addresses += tag["href"].map { [($0, .get)] } ?? []
      }
      if tag.name == "img" || tag.name == "script" {
        addresses += tag["src"].map { [($0, .get)] } ?? []
      }
      if tag.name == "form" {
        addresses.append((tag["action"] ?? "", tag["method"] == "post" ? .post : .get))
      }
      if let action = tag["formaction"] {
        addresses.append((action, tag["formmethod"] == "get" ? .get : .post))
      }
      for (address, method) in addresses where address.hasPrefix("/") {
        #expect(pattern(of: address, method) != nil, "\(method.rawValue) \(address)")
      }
      for (address, _) in addresses where !address.hasPrefix("/") && !address.hasPrefix("#") {
        #expect(
          ForeignAddress.safe(address) != nil || address.hasPrefix("otpauth://"), "\(address)")
      }
    }
  }

  @Test func noPageOffersAnObserverWhatOnlySpeakersMayDo() {
    let html = Storybook.sample("today-observer")?.html() ?? ""
    for tag in Markup.tags(of: html) where tag.name == "form" && !tag.isEnd {
      let pattern = pattern(of: tag["action"] ?? "", tag["method"] == "post" ? .post : .get)
      #expect(pattern?.access.admits(.observer) ?? false, "\(tag["action"] ?? "")")
    }
  }

  @Test func everyActionHasItsButtonOnSomePage() {
    // Neither is for people: scripts send the one, places elsewhere the other.
    var used: Set<Route.Pattern> = [.presence, .takeNotes, .takeWebmention, .takePingback]
    for shown in Shown.english {
      for tag in shown.tags where !tag.isEnd {
        if tag.name == "form", tag["method"] == "post" {
          if let found = pattern(of: tag["action"] ?? "", .post) { used.insert(found) }
        }
        if let action = tag["formaction"], tag["formmethod"] != "get" {
          if let found = pattern(of: action, .post) { used.insert(found) }
        }
      }
    }
    let unused = Route.Pattern.allCases.filter { $0.method == .post && !used.contains($0) }
    #expect(unused.isEmpty, "\(unused)")
  }
}
