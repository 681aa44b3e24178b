;; The units of a text.

;; The class of a letter that lies behind the table.
(func $farLetter (param $code i32) (result i32)
  (if
    (i32.or (i32.or (i32.eq (local.get $code) (i32.const 0x3000)) (i32.eq (i32.or (local.get $code) (i32.const 1)) (i32.const 0x2029)))
      (i32.lt_u (i32.sub (local.get $code) (i32.const 0x2000)) (i32.const 11)))
    (then (return (i32.const 1))))
  (if
    (i32.or
      (i32.or
        (i32.or (i32.lt_u (i32.sub (local.get $code) (i32.const 0x3040)) (i32.const 0xa764))
          (i32.lt_u (i32.sub (local.get $code) (i32.const 0x20d0)) (i32.const 33)))
        (i32.lt_u (i32.sub (local.get $code) (i32.const 0x302a)) (i32.const 6)))
      (i32.lt_u (i32.sub (local.get $code) (i32.const 0xfe20)) (i32.const 16)))
    (then (return (i32.const 2))))
  (i32.const 0))

;; Where the number ends whose first digit stands before `at`: signs count between digits, letters behind make it a word.
(func $numberEnd (param $at i32) (result i32)
  (local $code i32) (local $kind i32)
  (loop $next
    (local.set $code (i32.load16_u (local.get $at)))
    (local.set $kind (if (result i32) (i32.lt_u (local.get $code) (i32.const 0x2000))
      (then (i32.load8_u (i32.add (global.get $letters) (local.get $code))))
      (else (call $farLetter (local.get $code)))))
    (if (i32.eq (local.get $kind) (i32.const 4))
      (then
        (local.set $at (i32.add (local.get $at) (i32.const 2)))
        (br $next)))
    ;; . , / :
    (if
      (i32.or
        (i32.or (i32.or (i32.eq (local.get $code) (i32.const 46)) (i32.eq (local.get $code) (i32.const 44)))
          (i32.eq (local.get $code) (i32.const 47)))
        (i32.eq (local.get $code) (i32.const 58)))
      (then
        (if
          (i32.eq
            (if (result i32) (i32.lt_u (i32.load16_u offset=2 (local.get $at)) (i32.const 0x2000))
              (then (i32.load8_u (i32.add (global.get $letters) (i32.load16_u offset=2 (local.get $at)))))
              (else (call $farLetter (i32.load16_u offset=2 (local.get $at)))))
            (i32.const 4))
          (then
            (local.set $at (i32.add (local.get $at) (i32.const 4)))
            (br $next))))))
  (if (i32.or (i32.eq (local.get $kind) (i32.const 2)) (i32.eq (local.get $kind) (i32.const 3)))
    (then
      (block $done2
        (loop $next2
          (br_if $done2
            (i32.lt_s
              (if (result i32) (i32.lt_u (i32.load16_u (local.get $at)) (i32.const 0x2000))
                (then (i32.load8_u (i32.add (global.get $letters) (i32.load16_u (local.get $at)))))
                (else (call $farLetter (i32.load16_u (local.get $at)))))
              (i32.const 2)))
          (local.set $at (i32.add (local.get $at) (i32.const 2)))
          (br $next2)))))
  (local.get $at))

;; Cuts a text of so many codes into units and says how many they are; those that find no room in the columns are only counted.
(func $scan (export "scan") (param $length i32) (result i32)
  (local $at i32) (local $to i32) (local $code i32) (local $kind i32) (local $start i32) (local $one i32) (local $other i32)
  (local $out i32) (local $end i32)
  (local.set $at (global.get $codes))
  (local.set $to (i32.add (global.get $codes) (i32.shl (local.get $length) (i32.const 1))))
  (block $done
    (loop $next
      (br_if $done (i32.ge_u (local.get $at) (local.get $to)))
      (local.set $code (i32.load16_u (local.get $at)))
      (local.set $kind (if (result i32) (i32.lt_u (local.get $code) (i32.const 0x2000))
        (then (i32.load8_u (i32.add (global.get $letters) (local.get $code))))
        (else (call $farLetter (local.get $code)))))
      (local.set $start (local.get $at))
      (local.set $at (i32.add (local.get $at) (i32.const 2)))
      (br_if $next (i32.eq (local.get $kind) (i32.const 1)))
      (local.set $one (local.get $code))
      (local.set $other (local.get $code))
      (if (i32.eq (local.get $kind) (i32.const 4))
        (then
          (local.set $end (call $numberEnd (local.get $at)))
          (block $done2
            (loop $next2
              (br_if $done2 (i32.ge_u (local.get $at) (local.get $end)))
              (local.set $code (i32.load16_u (local.get $at)))
              (local.set $one (i32.add (i32.mul (local.get $one) (i32.const 0x9e3779b1)) (local.get $code)))
              (local.set $other (i32.xor (i32.mul (local.get $other) (i32.const 0x1000193)) (local.get $code)))
              (local.set $at (i32.add (local.get $at) (i32.const 2)))
              (br $next2))))
        (else
          (if (local.get $kind)
            (then
              (block $done3
                (loop $next3
                  (local.set $code (i32.load16_u (local.get $at)))
                  (br_if $done3
                    (i32.lt_s
                      (if (result i32) (i32.lt_u (local.get $code) (i32.const 0x2000))
                        (then (i32.load8_u (i32.add (global.get $letters) (local.get $code))))
                        (else (call $farLetter (local.get $code))))
                      (i32.const 2)))
                  (local.set $one (i32.add (i32.mul (local.get $one) (i32.const 0x9e3779b1)) (local.get $code)))
                  (local.set $other (i32.xor (i32.mul (local.get $other) (i32.const 0x1000193)) (local.get $code)))
                  (local.set $at (i32.add (local.get $at) (i32.const 2)))
                  (br $next3)))))))
      (if (i32.lt_s (local.get $out) (i32.shl (global.get $capacity) (i32.const 2)))
        (then
          (i32.store (i32.add (global.get $starts) (local.get $out))
            (i32.shr_u (i32.sub (local.get $start) (global.get $codes)) (i32.const 1)))
          (i32.store (i32.add (global.get $ends) (local.get $out))
            (i32.shr_u (i32.sub (local.get $at) (global.get $codes)) (i32.const 1)))
          (i32.store (i32.add (global.get $firsts) (local.get $out)) (call $mix (local.get $one)))
          (i32.store (i32.add (global.get $seconds) (local.get $out)) (local.get $other))))
      (local.set $out (i32.add (local.get $out) (i32.const 4)))
      (br $next)))
  (i32.shr_u (local.get $out) (i32.const 2)))
