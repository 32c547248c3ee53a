import CModels

/// Weights over the features of a text, a column for each thing that it can be; made by `Scripts/reading`.
struct LinearModel: Sendable {
  private var groups: [Group] = []

  static let tone = LinearModel(ModelBytes(heed_tone_model()))
  static let kind = LinearModel(ModelBytes(heed_kind_model()))

  /// What was learnt of one language, or of several together.
  struct Group: Sendable {
    var languages: Set<String>
    var columns: [String]
    var bias: [Float]
    /// From which score on a column holds; tones are compared with each other instead.
    var least: [Float]
    fileprivate var weights: ModelBytes.Weights
    fileprivate var scale: Float
  }

  private init(_ bytes: ModelBytes) {
    var bytes = bytes
    // "HLM1"
    _ = bytes.integer()
    for _ in 0..<bytes.integer() {
      let languages = (0..<bytes.integer()).map { _ in bytes.name() }
      let columns = (0..<bytes.integer()).map { _ in bytes.name() }
      let bits = bytes.integer()
      let stride = bytes.integer()
      let scale = bytes.real()
      let bias = columns.map { _ in bytes.real() }
      let least = columns.map { _ in bytes.real() }
      groups.append(
        Group(
          languages: Set(languages), columns: columns, bias: bias, least: least,
          weights: bytes.weights(rows: 1 << bits, stride: stride), scale: scale))
    }
  }

  var languages: Set<String> { groups.reduce(into: []) { $0.formUnion($1.languages) } }

  func group(for language: String) -> Group? {
    groups.first { $0.languages.contains(language) }
  }
}

extension LinearModel.Group {
  /// A score a column: the words' weights over the root of their number, and the runs' likewise.
  func scores(of features: TextFeatures) -> [Float] {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: weights.stride * 2) { sums in
      sums.initialize(repeating: 0)
      guard let words = sums.baseAddress else { return bias }
      let runs = words + weights.stride
      for hash in features.words { weights.add(hash, to: words) }
      for hash in features.runs { weights.add(hash, to: runs) }
      let ofWords = scale / Float(max(1, features.words.count)).squareRoot()
      let ofRuns = scale / Float(max(1, features.runs.count)).squareRoot()
      return bias.indices.map { column in
        bias[column] + ofWords * Float(words[column]) + ofRuns * Float(runs[column])
      }
    }
  }

  /// How much each piece of the text spoke for a column, against the others.
  func shares(of features: TextFeatures, for column: Int, pieces: Int) -> [Float] {
    var shares = [Float](repeating: 0, count: pieces)
    let ofWords = scale / Float(max(1, features.words.count)).squareRoot()
    let ofRuns = scale / Float(max(1, features.runs.count)).squareRoot()
    func add(_ hash: UInt32, _ piece: Int32, _ factor: Float) {
      guard piece >= 0, Int(piece) < pieces else { return }
      var others: Float = 0
      for other in columns.indices where other != column {
        others += Float(weights.weight(hash, other))
      }
      let own = Float(weights.weight(hash, column))
      shares[Int(piece)] += factor * (own - others / Float(max(1, columns.count - 1)))
    }
    for (hash, piece) in zip(features.words, features.pieces) { add(hash, piece, ofWords) }
    for (hash, piece) in zip(features.runs, features.pieceOfRun) { add(hash, piece, ofRuns) }
    return shares
  }
}
