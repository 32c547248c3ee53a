/// Numbers the terms of many queries and writes each query as a flat program.
struct QueryCompiler {
  /// What has been found out about a part of a query.
  struct Part {
    /// Terms of which none may be missing.
    var required: Set<TermID> = []
    /// The terms of which one must be there, and how many documents they may call; nil when the
    /// part can be true without any.
    var anchors: (terms: [TermID], cost: Int)?
  }

  private(set) var terms: [Term] = []
  private(set) var needsPlaces: [Bool] = []
  private(set) var costs: [Int] = []
  private var numbers: [Term: TermID] = [:]
  private let frequency: (String) -> Int

  /// The programs of all queries, one behind the other.
  private(set) var code: [Instruction] = []
  private(set) var spellings: [ExactSpelling] = []
  private(set) var slowSteps: [Program.Step] = []

  init(frequency: @escaping (String) -> Int) {
    self.frequency = frequency
  }

  /// Appends the program of a step.
  mutating func compile(_ step: Program.Step) -> Part {
    switch step {
    case .place(.row(let units)) where units.count == 1 && units[0].exact == nil:
      return compile(single: units[0])
    case .place(let finder):
      if Self.isSlow(finder) { return slow(step, finder) }
      return place(finder)
    case .near(let left, let right, let distance):
      if Self.isSlow(left) || Self.isSlow(right) { return slow(step, left, right) }
      let start = begin(.near)
      code.append(Instruction(plain: distance))
      let parts = [place(left), place(right)]
      end(start)
      return Self.all(parts)
    case .all(let steps):
      let start = begin(.all)
      let parts = steps.sorted(by: Self.isCheaper).map { compile($0) }
      end(start)
      return Self.all(parts)
    case .any(let steps):
      let start = begin(.any)
      let parts = steps.map { compile($0) }
      end(start)
      return Self.any(parts)
    case .not(let step):
      let start = begin(.not)
      _ = compile(step)
      end(start)
      return Part()
    case .attribute(let attribute): return write(attribute)
    }
  }

  mutating func number(_ term: Term, needsPlaces places: Bool, cost: @autoclosure () -> Int)
    -> TermID
  {
    if let known = numbers[term] {
      if places { needsPlaces[Int(known)] = true }
      return known
    }
    let id = TermID(terms.count)
    numbers[term] = id
    terms.append(term)
    needsPlaces.append(places)
    costs.append(max(cost(), 1))
    return id
  }

  /// The term of a unit that is one, or nil for a compound.
  private mutating func number(_ unit: Program.Unit, needsPlaces: Bool) -> TermID? {
    let frequency = frequency
    switch unit.form {
    case .key(let key):
      return number(
        .key(key), needsPlaces: needsPlaces, cost: TermCost.word(key, frequency))
    case .prefix(let key):
      return number(
        .prefix(key), needsPlaces: needsPlaces, cost: TermCost.prefix(key, frequency))
    case .characters(let characters):
      return number(
        .run(characters), needsPlaces: needsPlaces, cost: TermCost.run(characters, frequency))
    case .compound: return nil
    }
  }

  private mutating func write(_ attribute: TopicQuery.Attribute) -> Part {
    let host = Links.host(of: attribute.value)
    let frequency = frequency
    let isAddress = attribute.field == .link && host.utf8.count < attribute.value.utf8.count
    let term: Term =
      isAddress ? .address(attribute.value) : .fact(attribute.field, attribute.value)
    let cost = TermCost.fact(attribute, frequency)
    // Paths are compared where a link to their host was found.
    if isAddress { _ = number(.fact(.link, host), needsPlaces: false, cost: cost) }
    return write(number(term, needsPlaces: false, cost: cost))
  }

  private mutating func write(_ term: TermID) -> Part {
    code.append(Instruction(.term, Int(term)))
    return part(term)
  }

  private func part(_ term: TermID) -> Part {
    Part(required: [term], anchors: ([term], costs[Int(term)]))
  }

  private mutating func compile(single unit: Program.Unit) -> Part {
    if let term = number(unit, needsPlaces: false) { return write(term) }
    guard case .compound(let parts, let whole) = unit.form else { return Part() }
    let start = begin(.any)
    let together = compile(single: whole)
    let apart = row(parts)
    end(start)
    return Self.any([together, apart])
  }

  private mutating func place(_ finder: Program.Finder) -> Part {
    switch finder {
    case .row(let units): return row(units)
    case .any(let finders):
      let start = begin(.choice)
      let parts = Self.rows(finders).map { row($0) }
      end(start)
      return Self.any(parts)
    }
  }

  private static func rows(_ finders: [Program.Finder]) -> [[Program.Unit]] {
    finders.flatMap { finder in
      switch finder {
      case .row(let units): [units]
      case .any(let finders): rows(finders)
      }
    }
  }

  private mutating func row(_ units: [Program.Unit]) -> Part {
    let start = begin(.row)
    let parts = units.map { unit($0) }
    end(start)
    return Self.all(parts)
  }

  private mutating func unit(_ unit: Program.Unit) -> Part {
    if let term = number(unit, needsPlaces: true) {
      guard let exact = unit.exact else { return write(term) }
      let start = begin(.exact)
      code.append(Instruction(plain: Int(term)))
      code.append(Instruction(plain: spellings.count))
      spellings.append(ExactSpelling(text: exact, isPrefix: unit.isExactPrefix))
      end(start)
      return part(term)
    }
    guard case .compound(let parts, let whole) = unit.form else { return Part() }
    let start = begin(.compound)
    let together = self.unit(whole)
    let apart = parts.map { self.unit($0) }
    end(start)
    return Self.any([together, Self.all(apart)])
  }

  /// Exact compounds are compared in what was written over all their parts.
  private static func isSlow(_ finder: Program.Finder) -> Bool {
    switch finder {
    case .row(let units):
      units.contains { unit in
        if case .compound = unit.form { unit.exact != nil } else { false }
      }
    case .any(let finders): finders.contains(where: isSlow)
    }
  }

  private mutating func slow(_ step: Program.Step, _ finders: Program.Finder...) -> Part {
    let start = code.count
    let parts = finders.map { place($0) }
    code.removeSubrange(start...)
    code.append(Instruction(.slow, 2))
    code.append(Instruction(plain: slowSteps.count))
    slowSteps.append(step)
    return Self.all(parts)
  }

  private mutating func begin(_ operation: Instruction.Operation) -> Int {
    code.append(Instruction(operation, 0))
    return code.count - 1
  }

  private mutating func end(_ start: Int) {
    code[start] = Instruction(code[start].operation, code.count - start)
  }

  /// Terms before what has to look at places.
  private static func isCheaper(_ one: Program.Step, _ other: Program.Step) -> Bool {
    effort(one) < effort(other)
  }

  private static func effort(_ step: Program.Step) -> Int {
    switch step {
    case .place(.row(let units)) where units.count == 1 && units[0].exact == nil: 0
    case .attribute: 0
    case .not(let step): effort(step)
    case .all(let steps), .any(let steps): 1 + (steps.map(effort).max() ?? 0)
    case .place, .near: 200
    }
  }

  private static func all(_ parts: [Part]) -> Part {
    Part(
      required: parts.reduce([]) { $0.union($1.required) },
      anchors: parts.compactMap(\.anchors).min { $0.cost < $1.cost })
  }

  private static func any(_ parts: [Part]) -> Part {
    guard var required = parts.first?.required else { return Part() }
    for part in parts.dropFirst() { required.formIntersection(part.required) }
    var anchors: (terms: [TermID], cost: Int)? = ([], 0)
    for part in parts {
      guard let more = part.anchors, let known = anchors else { return Part(required: required) }
      anchors = (known.terms + more.terms, known.cost + more.cost)
    }
    return Part(required: required, anchors: anchors)
  }
}
