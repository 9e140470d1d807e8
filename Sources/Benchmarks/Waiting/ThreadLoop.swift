import Foundation

/// A thread for every connection, which waits in `recv`.
struct ThreadLoop {
    func serve(_ listener: Int32) {
        while true {
            let descriptor = accept(listener, nil, nil)
            guard descriptor >= 0 else { return }
            Thread.detachNewThread {
                while CannedAnswer.exchange(on: descriptor) {}
                _ = close(descriptor)
            }
        }
    }
}
