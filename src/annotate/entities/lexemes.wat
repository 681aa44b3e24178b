;; Lexemes by how they are written.

;; Reads the lexemes of the units `[i, length)` as far as they are known; says which unit's is not. Lexemes of the same lower bits of the
;; first hash are a chain. A lexeme's number is where its record lies, from that of the edge, which is 0.
(func $identify (export "identify") (param $i i32) (param $length i32) (result i32)
  (local $p i32) (local $one i32) (local $other i32) (local $link i32) (local $touched i32) (local $lexeme i32) (local $record i32)
  (block $done
    (loop $next
      (br_if $done (i32.ge_s (local.get $i) (local.get $length)))
      (local.set $p (i32.shl (local.get $i) (i32.const 2)))
      (local.set $one (i32.load (i32.add (global.get $firsts) (local.get $p))))
      (local.set $other (i32.load (i32.add (global.get $seconds) (local.get $p))))
      (local.set $link (i32.add (global.get $chains) (i32.and (i32.shl (local.get $one) (i32.const 2)) (global.get $chainMask))))
      (block $done2
        (loop $next2
          (local.set $lexeme (i32.load (local.get $link)))
          (if (i32.eqz (local.get $lexeme)) (then (return (local.get $i))))
          (local.set $record (i32.add (global.get $lexemes) (local.get $lexeme)))
          (br_if $done2
            (i32.and (i32.eq (i32.load (local.get $record)) (local.get $one))
              (i32.eq (i32.load offset=4 (local.get $record)) (local.get $other))))
          (local.set $link (i32.add (local.get $record) (i32.const 20)))
          (br $next2)))
      ;; The sums behind the record are asked for here, where the processor waits for those of many lexemes at once.
      (local.set $touched (i32.xor (i32.xor (local.get $touched) (i32.load offset=64 (local.get $record))) (i32.load offset=128 (local.get $record))))
      (i32.store offset=16 (i32.add (global.get $ids) (local.get $p)) (local.get $lexeme))
      (i32.store offset=16 (i32.add (global.get $keys) (local.get $p)) (i32.load offset=8 (local.get $record)))
      (i32.store offset=16 (i32.add (global.get $facts) (local.get $p)) (i32.load offset=12 (local.get $record)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br $next)))
  ;; Kept, though of no use: else nothing would be asked for.
  (i32.store (global.get $scores) (local.get $touched))
  (local.get $length))
