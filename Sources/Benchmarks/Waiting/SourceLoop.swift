import Dispatch
import Foundation

/// A dispatch source for every connection, on two serial queues.
struct SourceLoop {
    func serve(_ listener: Int32) {
        let queues = ["even", "odd"].map { DispatchQueue(label: $0) }
        for number in 0... {
            let descriptor = accept(listener, nil, nil)
            guard descriptor >= 0 else { return }
            watch(descriptor, on: queues[number % 2])
        }
    }

    private func watch(_ descriptor: Int32, on queue: DispatchQueue) {
        let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
        source.setEventHandler {
            if !CannedAnswer.exchange(on: descriptor) { source.cancel() }
        }
        source.setCancelHandler { _ = close(descriptor) }
        source.resume()
    }
}
