import Dispatch
import Foundation

/// A `DispatchIO` channel for every connection, on two serial queues.
struct ChannelLoop {
    func serve(_ listener: Int32) {
        let queues = ["even", "odd"].map { DispatchQueue(label: $0) }
        signal(SIGPIPE, SIG_IGN)
        for number in 0... {
            let descriptor = accept(listener, nil, nil)
            guard descriptor >= 0 else { return }
            watch(descriptor, on: queues[number % 2])
        }
    }

    private func watch(_ descriptor: Int32, on queue: DispatchQueue) {
        let channel = DispatchIO(type: .stream, fileDescriptor: descriptor, queue: queue) { _ in _ = close(descriptor) }
        channel.setLimit(lowWater: 1)
        channel.read(offset: 0, length: .max, queue: queue) { isDone, data, _ in
            if let data, !data.isEmpty {
                let answer = CannedAnswer.bytes.withUnsafeBytes { DispatchData(bytes: $0) }
                channel.write(offset: 0, data: answer, queue: queue) { _, _, _ in }
            }
            if isDone { channel.close() }
        }
    }
}
