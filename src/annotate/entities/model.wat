;; The checksum of a model.

;; FNV-1a over 32-bit words, with the upper bits mixed in.
(func $checksum (export "checksum") (param $at i32) (param $end i32) (result i32)
  (local $sum i32)
  (local.set $sum (i32.const 0x811c9dc5))
  (block $done
    (loop $next
      (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
      (local.set $sum (i32.add (i32.mul (i32.xor (local.get $sum) (i32.load (local.get $at))) (i32.const 0x1000193))
        (i32.shr_u (local.get $sum) (i32.const 15))))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))
      (br $next)))
  (local.get $sum))
