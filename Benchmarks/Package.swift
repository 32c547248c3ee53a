// swift-tools-version:6.2
import PackageDescription

// Benchmarks stand apart, so that nobody who builds Heed builds them.

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "heed", path: "..")
  ],
  targets: [
    .executableTarget(
      name: "TopicsBench", dependencies: [.product(name: "HeedTopics", package: "heed")]),
    .executableTarget(
      name: "MeaningBench", dependencies: [.product(name: "HeedModel", package: "heed")]),
  ]
)
